import { useId } from "react";

interface ChoiceProps<T extends string> {
  legend: string;
  titled?: boolean; // a heading above says the same: the legend is only read out
  value: T;
  options: readonly { value: T; label: string; about?: string }[];
  onChange: (value: T) => void;
}

/** One of a few: real radio buttons, drawn as a row of tiles. */
export function Choice<T extends string>({
  legend,
  titled = false,
  value,
  options,
  onChange,
}: ChoiceProps<T>) {
  const name = useId();
  const about = options.find((option) => option.value === value)?.about;
  return (
    <fieldset>
      <legend className={titled ? "sr-only" : "mb-1.5 text-sm font-medium"}>{legend}</legend>
      <div className="grid auto-cols-fr grid-flow-col gap-1 rounded-xl bg-sunken p-1">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-10 items-center justify-center rounded-lg px-3 text-sm font-medium text-muted has-checked:bg-surface has-checked:text-ink has-checked:shadow-card has-checked:ring-1 has-checked:ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
      {about && <p className="mt-1.5 text-sm leading-snug text-muted">{about}</p>}
    </fieldset>
  );
}
