// Weekly means as bars on 0 to 100, with the pass score's height left to the reader: weeks without calls are gaps.

import type { Overview } from "@/lib/api/team";
import { plural, score } from "@/lib/text/time";

const DAY_MS = 86_400_000;
const HEIGHT = 72;
const WIDTH = 240;

function mondays(since: string, until: string): string[] {
  const found = [];
  for (let at = Date.parse(since); at < Date.parse(until); at += 7 * DAY_MS)
    found.push(new Date(at).toISOString().slice(0, 10));
  return found;
}

export function WeeksChart({ overview }: { overview: Overview }) {
  const weeks = mondays(overview.since, overview.until);
  const known = new Map(overview.weeks.map((week) => [week.week, week.figure]));
  const step = WIDTH / weeks.length;
  return (
    <figure className="w-full max-w-md">
      <svg
        role="img"
        aria-label={`Weekly means: ${overview.weeks.map((one) => `${one.week} ${score(one.figure.mean)}`).join(", ")}`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="h-20 w-full"
        preserveAspectRatio="none"
      >
        <line x1={0} x2={WIDTH} y1={HEIGHT * 0.3} y2={HEIGHT * 0.3} className="stroke-line-strong" strokeDasharray="3 3" strokeWidth={0.6} />
        {weeks.map((week, place) => {
          const figure = known.get(week);
          if (!figure) return null;
          const height = Math.max(1, (figure.mean / 100) * HEIGHT);
          return (
            <rect
              key={week}
              x={place * step + step * 0.12}
              y={HEIGHT - height}
              width={step * 0.76}
              height={height}
              rx={1}
              className="fill-accent"
            >
              <title>{`Week of ${week}: ${score(figure.mean)} on ${plural(figure.calls, "call", "calls")}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="mt-1 flex justify-between text-xs text-muted">
        <span>{overview.since}</span>
        <span>weekly mean, dashed: 70 passes</span>
        <span>now</span>
      </figcaption>
    </figure>
  );
}
