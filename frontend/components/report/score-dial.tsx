import { score } from "@/lib/text/time";

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

/** The score as a number in a ring, with a tick where passing begins. */
export function ScoreDial({
  value,
  passScore,
  passed,
}: {
  value: number;
  passScore: number;
  passed: boolean;
}) {
  const tick = (passScore / 100) * 2 * Math.PI - Math.PI / 2;
  const at = (radius: number) => [60 + radius * Math.cos(tick), 60 + radius * Math.sin(tick)] as const;
  const [x1, y1] = at(44);
  const [x2, y2] = at(59);
  return (
    <div className="relative size-40">
      <svg aria-hidden viewBox="0 0 120 120" className="size-full">
        <circle cx="60" cy="60" r={RADIUS} fill="none" strokeWidth="9" className="stroke-line" />
        <circle
          cx="60"
          cy="60"
          r={RADIUS}
          fill="none"
          strokeWidth="9"
          strokeLinecap="round"
          strokeDasharray={`${(value / 100) * ROUND} ${ROUND}`}
          transform="rotate(-90 60 60)"
          className={passed ? "stroke-accent" : "stroke-warn-fill"}
        />
        <line x1={x1} y1={y1} x2={x2} y2={y2} strokeWidth="2" className="stroke-ink" />
      </svg>
      <p className="absolute inset-0 flex flex-col items-center justify-center">
        <span className="text-4xl font-semibold tracking-tight tabular-nums">{score(value)}</span>
        <span className="text-xs text-muted">of 100, pass {passScore}</span>
      </p>
    </div>
  );
}
