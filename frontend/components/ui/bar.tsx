interface BarProps {
  label: string;
  value: number; // 0..1
  tone?: "accent" | "muted" | "bad";
  role?: "meter" | "progressbar";
}

const TONES = { accent: "bg-accent", muted: "bg-line-strong", bad: "bg-bad" } as const;

/** A horizontal bar with its meaning for screen readers. */
export function Bar({ label, value, tone = "accent", role = "meter" }: BarProps) {
  const width = Math.round(100 * Math.min(1, Math.max(0, value)));
  return (
    <div
      role={role}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={width}
      className="h-2 print:[print-color-adjust:exact] overflow-hidden rounded-full bg-line"
    >
      <div
        className={`h-full rounded-full transition-[width] duration-100 ${TONES[tone]}`}
        style={{ width: `${width}%` }}
      />
    </div>
  );
}
