// Weekly means as bars on 0 to 100 with their error, and a line where one passes, if that is known: weeks without calls are gaps.

import type { Overview } from "@/lib/api/team";
import { withError } from "@/lib/text/figures";
import { day, plural, score } from "@/lib/text/time";

const DAY_MS = 86_400_000;
const HEIGHT = 72;
const WIDTH = 240;

/** Where a score of 0 to 100 is drawn. */
const heightOf = (value: number): number => HEIGHT * (1 - Math.min(100, Math.max(0, value)) / 100);

function mondays(since: string, until: string): string[] {
  const found = [];
  for (let at = Date.parse(since); at < Date.parse(until); at += 7 * DAY_MS)
    found.push(new Date(at).toISOString().slice(0, 10));
  return found;
}

/** `pass`: where one passes; null: nothing is drawn, as the rubrics differ in it. */
export function WeeksChart({ overview, pass }: { overview: Overview; pass: number | null }) {
  const weeks = mondays(overview.since, overview.until);
  const known = new Map(overview.weeks.map((week) => [week.week, week.figure]));
  const step = WIDTH / weeks.length;
  return (
    <figure className="w-full lg:max-w-md">
      <svg
        role="img"
        aria-label={`Weekly means: ${overview.weeks.map((one) => `${one.week} ${score(one.figure.mean)}`).join(", ")}`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="h-20 w-full"
        preserveAspectRatio="none"
      >
        {pass !== null && (
          <line
            x1={0}
            x2={WIDTH}
            y1={heightOf(pass)}
            y2={heightOf(pass)}
            className="stroke-line-strong"
            strokeDasharray="3 3"
            strokeWidth={0.6}
          />
        )}
        {weeks.map((week, place) => {
          const figure = known.get(week);
          if (!figure) return null;
          const middle = (place + 0.5) * step;
          return (
            <g key={week}>
              <title>{`Week of ${day(week)}: ${withError(figure)} on ${plural(figure.calls, "call", "calls")}`}</title>
              <rect
                x={place * step + step * 0.12}
                y={Math.min(heightOf(figure.mean), HEIGHT - 1)}
                width={step * 0.76}
                height={Math.max(1, HEIGHT - heightOf(figure.mean))}
                rx={1}
                className="fill-accent/70"
              />
              {figure.plus_minus !== null && (
                <line
                  x1={middle}
                  x2={middle}
                  y1={heightOf(figure.mean + figure.plus_minus)}
                  y2={heightOf(figure.mean - figure.plus_minus)}
                  className="stroke-ink"
                  strokeWidth={1.5}
                  vectorEffect="non-scaling-stroke"
                />
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className="mt-1 flex justify-between text-xs text-muted">
        <span className="whitespace-nowrap">{day(overview.since)}</span>
        <span>by week, with error{pass !== null && "; dashed: pass"}</span>
        <span>now</span>
      </figcaption>
    </figure>
  );
}
