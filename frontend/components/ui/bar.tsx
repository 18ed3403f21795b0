// The rest of a bar is tinted as well: of nothing earned there is nothing else to see.
const TONES = {
  accent: { fill: "bg-accent", rest: "bg-line" },
  good: { fill: "bg-good", rest: "bg-line" },
  warn: { fill: "bg-warn-fill", rest: "bg-warn-soft" },
  bad: { fill: "bg-bad", rest: "bg-bad-soft" },
} as const;

interface BarProps {
  label: string;
  value: number; // 0..1
  tone?: keyof typeof TONES;
  role?: "meter" | "progressbar";
}

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
      className={`h-2 print:[print-color-adjust:exact] overflow-hidden rounded-full ${TONES[tone].rest}`}
    >
      <div
        className={`h-full rounded-full transition-[width] duration-100 ${TONES[tone].fill}`}
        style={{ width: `${width}%` }}
      />
    </div>
  );
}
