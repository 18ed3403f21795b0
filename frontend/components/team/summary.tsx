"use client";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Overview } from "@/lib/api/team";
import { trendWords, withError } from "@/lib/text/figures";
import type { Below, Place } from "@/lib/team/weak";
import type { Skill } from "@/lib/team/skills";
import { percent, plural } from "@/lib/text/time";
import { WeeksChart } from "./weeks-chart";

interface SummaryProps {
  overview: Overview;
  skill: Skill | null; // where most is lost; null: not known yet, or nothing is graded
  weakest: Place[]; // reps or locations whose mean is below the rest's
  below?: BelowOthers[]; // reps who are below the others in several skills
  pass: number | null; // where one passes
  idle: string[]; // names of who has no call that counts in the period
}

/** Who is clearly below the others, in how many skills, and where that is shown. */
interface BelowOthers extends Below {
  name: string;
  href: string;
}

/** The figure of the whole group: mean with its error, how many pass, where it is going, who is missing. */
export function Summary({ overview, skill, weakest, below = [], pass, idle }: SummaryProps) {
  const { figure, trend } = overview;
  return (
    <Card>
      <div className="flex flex-wrap items-end justify-between gap-6">
        {figure ? (
          <dl className="grid grid-cols-[auto_auto_auto] gap-x-4 sm:gap-x-10 [&_dd]:font-semibold [&_dd]:tabular-nums [&_dt]:text-sm [&_dt]:text-muted">
            <dt>Mean score of 100</dt>
            <dt>Passed</dt>
            <dt>Trend</dt>
            <dd className="text-xl whitespace-nowrap sm:text-3xl">{withError(figure)}</dd>
            <dd className="text-xl whitespace-nowrap sm:text-3xl">{percent(figure.pass_share)}</dd>
            <dd className="pt-1 text-base sm:pt-2">{trendWords(trend)}</dd>
          </dl>
        ) : (
          <p className="leading-relaxed text-muted">
            No call counts in these weeks yet. A call counts when the rep chooses <em>Counted</em> or{" "}
            <em>Exam</em> before it; private practice stays the rep’s own.
          </p>
        )}
        {figure && <WeeksChart overview={overview} pass={pass} />}
      </div>
      <LookFirst skill={skill} weakest={weakest} below={below} />
      {figure && (
        <p className="mt-2 text-sm text-muted">
          {plural(figure.calls, "graded call", "graded calls")}.{" "}
          {figure.plus_minus === null
            ? "The error of this grader is not known here."
            : "± says how far off a mean by people would be: more calls make it smaller, down to the grader’s own error."}
        </p>
      )}
      {idle.length > 0 && <Idle names={idle} />}
    </Card>
  );
}

const IDLE_SHOWN = 8;

/** Who has no call that counts; of many the first few. */
function Idle({ names }: { names: string[] }) {
  const [all, setAll] = useState(false);
  const more = names.length - IDLE_SHOWN;
  return (
    <p className="mt-2 text-sm">
      <strong className="font-semibold">No counted call or exam ({names.length}):</strong>{" "}
      {(all ? names : names.slice(0, IDLE_SHOWN)).join(", ")}
      {more > 0 && !all && (
        <Button look="quiet" size="small" className="-my-2" onClick={() => setAll(true)}>
          and {more} more
        </Button>
      )}
    </p>
  );
}

interface LookFirstProps extends Pick<SummaryProps, "skill" | "weakest"> {
  below: BelowOthers[];
}

/** The ten seconds' answer: what the group loses most on, and who needs it most. */
function LookFirst({ skill, weakest, below }: LookFirstProps) {
  if (skill === null) return null;
  const [worst] = skill.criteria;
  // Means overlap in any larger team; by skill a rep can be told from the others all the same.
  const first =
    weakest.length > 0
      ? weakest.map((one) => ({ ...one, why: withError(one.figure) }))
      : below.map((one) => ({ ...one, why: `clearly below the others in ${one.below} of ${one.of} skills` }));
  return (
    <dl className="mt-5 grid gap-3 sm:auto-cols-fr sm:grid-flow-col">
      <div className="rounded-xl bg-warn-soft p-4">
        <dt className="text-sm text-muted">Most points are lost on</dt>
        <dd className="mt-0.5 text-lg leading-snug font-semibold">
          {skill.title}: {percent(skill.share)} earned
        </dd>
        {worst && <dd className="mt-0.5 text-sm">above all “{worst.title}”</dd>}
      </div>
      {first.length > 0 && (
        <div className="rounded-xl bg-warn-soft p-4">
          <dt className="text-sm text-muted">Needs help first</dt>
          {first.map((one) => (
            <dd key={one.href} className="mt-0.5 text-lg leading-snug font-semibold">
              <Link
                href={one.href}
                className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4"
              >
                {one.name}
              </Link>{" "}
              <span className="text-sm font-normal text-muted">{one.why}</span>
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}
