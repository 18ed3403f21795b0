"use client";
// Reps, or locations, by skill, for each kind of call: who needs help most at the top, what costs most at the left. A
// place leads to the calls behind it.

import { ArrowDown, ArrowUp } from "lucide-react";
import { Link } from "@/components/ui/link";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { SkillCell, SkillGrid, SkillRow, Standing, TeamRubric } from "@/lib/api/team";
import { gradeOfShare, type Skill } from "@/lib/team/skills";
import { percent, plural } from "@/lib/text/time";
import { CALL_TYPE } from "@/lib/text/words";

const SHOWN = 12;
const TINTS = { bad: "bg-bad-soft", warn: "bg-warn-soft", good: "bg-good-soft" } as const;
const STANDING: Readonly<Record<Standing, string>> = {
  below: "clearly below the others",
  above: "clearly above the others",
  unclear: "",
};

interface GroupsProps {
  of: "Rep" | "Location"; // what a row is
  together: string; // what all rows and those not shown make
  skills: Skill[]; // of all of them
  nameOf: (group: string) => string;
  hrefOf: (group: string, skill?: string) => string; // `skill` is named as `rubric.category`
}

interface SkillGridsProps extends GroupsProps {
  grids: SkillGrid[];
  rubrics: TeamRubric[];
}

/** One table for each kind of call. */
export function SkillGrids({ grids, rubrics, ...groups }: SkillGridsProps) {
  return grids.map((grid) => {
    const rubric = rubrics.find((one) => one.id === grid.rubric_id);
    const skills = groups.skills.filter((skill) => skill.rubricId === grid.rubric_id);
    const kind = rubric ? `${CALL_TYPE[rubric.call_type]}s` : grid.rubric_id;
    return (
      <section key={grid.rubric_id} aria-label={`By skill: ${kind}`} className="mt-5">
        <h3 className="text-sm font-semibold text-muted">
          {kind} ({skills[0]?.calls ?? 0})
        </h3>
        <Grid grid={grid} kind={kind} {...groups} skills={skills} />
      </section>
    );
  });
}

interface GridProps extends GroupsProps {
  grid: SkillGrid;
  kind: string; // of the calls
}

/** What the arrows of a grid mean. */
export function ArrowsMeaning({ children }: { children: ReactNode }) {
  return (
    <p className="text-sm text-muted">
      The share of its points that was earned, and on how many calls.{" "}
      <Arrow standing="below" label="An arrow down" /> is {STANDING.below} and{" "}
      <Arrow standing="above" label="an arrow up" /> clearly above, by more than the calls of one rep differ
      among themselves; without an arrow the calls cannot tell. {children}
    </p>
  );
}

function Grid({ grid, kind, of, together, skills, nameOf, hrefOf }: GridProps) {
  const [shown, setShown] = useState(SHOWN);
  const rest = grid.rows.length - shown;
  const shares = new Map(skills.map((skill) => [skill.id, skill.share]));
  return (
    <>
      <div
        className="relative -mx-5 overflow-x-auto px-5 sm:-mx-6 sm:px-6"
        tabIndex={0} // so that a keyboard can scroll it
        role="group"
        aria-label={`${of}s by skill, ${kind.toLowerCase()}`}
      >
        <table className="w-full border-separate border-spacing-1 text-sm lg:text-[0.95rem]">
          <thead>
            <tr className="text-sm text-muted [&>th]:px-1 lg:[&>th]:px-2 [&>th]:pb-1 [&>th]:align-bottom [&>th]:font-medium">
              <th scope="col" className="sticky left-0 z-10 bg-surface text-left">
                {of}
              </th>
              <th scope="col">All skills</th>
              {grid.skills.map((skill) => (
                <th key={skill.id} scope="col" className="min-w-20 leading-snug lg:min-w-24">
                  {skill.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.slice(0, shown).map((row) => (
              <Row key={row.group} row={row} grid={grid} name={nameOf(row.group)} hrefOf={hrefOf} />
            ))}
          </tbody>
          <tfoot>
            <tr className="text-center text-sm text-muted tabular-nums">
              <th scope="row" className="sticky left-0 z-10 bg-surface px-2 pt-1 text-left font-medium">
                {together}
              </th>
              <td />
              {grid.skills.map((skill) => (
                <td key={skill.id}>{percent(shares.get(skill.id) ?? skill.share)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {rest > 0 && (
        <Button look="quiet" size="small" onClick={() => setShown(shown + SHOWN)}>
          Show {Math.min(rest, SHOWN)} more of {grid.rows.length}
        </Button>
      )}
    </>
  );
}

interface RowProps extends Pick<GroupsProps, "hrefOf"> {
  row: SkillRow;
  grid: SkillGrid;
  name: string;
}

function Row({ row, grid, name, hrefOf }: RowProps) {
  return (
    <tr>
      <th scope="row" className="sticky left-0 z-10 max-w-40 bg-surface px-2 text-left font-medium">
        <Link
          href={hrefOf(row.group)}
          className="inline-flex min-h-6 max-w-full items-center underline decoration-line-strong underline-offset-4 hover:decoration-accent"
        >
          <span className="line-clamp-2" title={name}>
            {name}
          </span>
        </Link>
      </th>
      <td className="px-2 text-center">
        <Value share={row.share} calls={row.calls} />
      </td>
      {row.cells.map((cell, place) => {
        const skill = grid.skills[place];
        if (skill === undefined) return null;
        if (cell === null) return <NoOccasion key={skill.id} />;
        return (
          <td key={skill.id} className={`rounded-lg p-0 ${TINTS[gradeOfShare(cell.share)]}`}>
            <Cell
              cell={cell}
              label={`${name}, ${skill.title}`}
              href={hrefOf(row.group, `${grid.rubric_id}.${skill.id}`)}
            />
          </td>
        );
      })}
    </tr>
  );
}

function NoOccasion() {
  return <td className="rounded-lg bg-sunken px-2 py-1.5 text-center text-xs text-muted">no occasion</td>;
}

function Cell({ cell, label, href }: { cell: SkillCell; label: string; href: string }) {
  return (
    <Link href={href} className="block rounded-lg px-2 py-1.5 text-center hover:ring-2 hover:ring-accent">
      <span className="sr-only">{label}: </span>
      <Value share={cell.share} calls={cell.calls} standing={cell.standing} />
    </Link>
  );
}

interface ValueProps {
  share: number;
  calls: number;
  standing?: Standing;
}

function Value({ share, calls, standing = "unclear" }: ValueProps) {
  return (
    <>
      <span className="flex items-center justify-center gap-0.5 leading-tight font-semibold tabular-nums">
        {percent(share)}
        <Arrow standing={standing} label={STANDING[standing]} />
      </span>
      <span className="block text-xs whitespace-nowrap text-muted">{plural(calls, "call", "calls")}</span>
    </>
  );
}

/** Down for who is clearly weaker, up for who is clearly better; nothing where the calls cannot tell. */
function Arrow({ standing, label }: { standing: Standing; label: string }) {
  if (standing === "unclear") return null;
  const [Icon, ink] = standing === "below" ? [ArrowDown, "text-bad"] : [ArrowUp, "text-good"];
  return <Icon role="img" aria-label={label} className={`inline size-4 shrink-0 ${ink}`} strokeWidth={3} />;
}
