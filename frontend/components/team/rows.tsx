import { Link } from "@/components/ui/link";
import type { Figure, Trend } from "@/lib/api/team";
import { trendWords, withError } from "@/lib/text/figures";
import { percent, plural } from "@/lib/text/time";

interface RowProps {
  href: string;
  name: string;
  figure: Figure | null;
  trend: Trend | null;
  aside: string; // when last, or how many practised
  pass: number | null; // where one passes; null: not one place for all these calls
}

const TREND_INK = { better: "text-good", worse: "text-bad", unclear: "text-muted" } as const;

/** The mean on a line of 0 to 100 with its error bar; the whole row leads on. */
function Scale({ figure, pass }: { figure: Figure; pass: number | null }) {
  const low = Math.max(0, figure.mean - (figure.plus_minus ?? 0));
  const high = Math.min(100, figure.mean + (figure.plus_minus ?? 0));
  return (
    <div aria-hidden className="relative h-2 rounded-full bg-line">
      <div
        className="absolute inset-y-0 rounded-full bg-accent-soft ring-1 ring-accent/40"
        style={{ left: `${low}%`, width: `${high - low}%` }}
      />
      <div
        className="absolute -top-0.5 h-3 w-1 rounded-full bg-accent"
        style={{ left: `calc(${figure.mean}% - 2px)` }}
      />
      {pass !== null && (
        <div className="absolute -inset-y-0.5 w-px bg-line-strong" style={{ left: `${pass}%` }} />
      )}
    </div>
  );
}

/** Above a list that is in order: which of its places mean something. */
export function Overlap({ pass }: { pass: number | null }) {
  return (
    <p className="mb-1 text-sm text-muted">
      The bar is where the score lies, as far as the calls can tell; who overlaps may be equally good.
      {pass !== null && ` The thin line is where one passes, at ${pass}.`}
    </p>
  );
}

export function FigureRow({ href, name, figure, trend, aside, pass }: RowProps) {
  return (
    <li>
      <Link href={href} className="-mx-2 block rounded-lg px-2 py-3 hover:bg-sunken">
        <div className="flex items-baseline justify-between gap-3">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <span className="shrink-0 font-semibold tabular-nums">{figure ? withError(figure) : "–"}</span>
        </div>
        {figure && (
          <div className="mt-2">
            <Scale figure={figure} pass={pass} />
          </div>
        )}
        <div className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-sm text-muted">
          <span>
            {figure
              ? `${plural(figure.calls, "call", "calls")}, ${percent(figure.pass_share)} passed`
              : "No call that counts"}
          </span>
          {figure && <span className={trend ? TREND_INK[trend.word] : ""}>trend: {trendWords(trend)}</span>}
          <span>{aside}</span>
        </div>
      </Link>
    </li>
  );
}
