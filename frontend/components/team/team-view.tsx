"use client";
// One team at a glance: how it stands, who is weak or missing, which criteria cost most, and the calls behind it.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { tableHref } from "@/lib/api/client";
import type { ExamList, OpenAppeal, Team, TeamRubric } from "@/lib/api/team";
import { placeName, repName } from "@/lib/text/figures";
import { passLine } from "@/lib/team/pass-line";
import { skillsOf } from "@/lib/team/skills";
import { clearlyBelow, weakestOf } from "@/lib/team/weak";
import { Appeals } from "./appeals";
import { CallList } from "./call-list";
import { Exams } from "./exams";
import { Heading } from "./heading";
import type { PeriodProps } from "./period";
import { RepList, SHOWN } from "./rep-list";
import { ArrowsMeaning, SkillGrids } from "./skill-grid";
import { Skills } from "./skills";
import { Summary } from "./summary";

function Places({ team }: { team: Team }) {
  const router = useRouter();
  if (team.locations.length < 2) return null;
  return (
    <label className="text-sm font-medium">
      Location
      <select
        value={team.location_id}
        onChange={(event) => router.push(`/team/?location=${encodeURIComponent(event.target.value)}`)}
        className="mt-1.5 block min-h-12 w-full rounded-xl border border-line-strong bg-surface px-3"
      >
        {team.locations.map((id) => (
          <option key={id} value={id}>
            {placeName(id)}
          </option>
        ))}
      </select>
    </label>
  );
}

const NOBODY = "Nobody yet. A rep is here once they enter a name or finish a call that counts.";

interface TeamViewProps extends PeriodProps {
  team: Team;
  appeals: OpenAppeal[];
  exams: ExamList;
  rubrics: TeamRubric[];
}

export function TeamView({ team, appeals, exams, rubrics, weeks, onWeeks }: TeamViewProps) {
  const [wanted, setWanted] = useState("");
  const skills = skillsOf(team.overview.criteria, rubrics);
  const pass = passLine(team.overview.criteria, rubrics);
  const names = new Map(team.reps.map((rep) => [rep.rep_id, repName(rep)]));
  const idle = team.reps.filter((rep) => rep.figure === null).map(repName);
  const hrefOf = (repId: string, skill = "") =>
    `/team/?${new URLSearchParams({ location: team.location_id, rep: repId, ...(skill && { skill }) }).toString()}`;
  const reps = team.reps.map((rep) => ({ ...rep, name: repName(rep), href: hrefOf(rep.rep_id) }));
  const nameOf = (id: string) => names.get(id) ?? repName({ name: "", rep_id: id });
  const isWanted = (name: string) => name.toLowerCase().includes(wanted.trim().toLowerCase());
  const grids = team.grids.map((grid) => ({
    ...grid,
    rows: grid.rows.filter((row) => isWanted(nameOf(row.group))),
  }));
  const below = clearlyBelow(team.grids).map((one) => ({
    ...one,
    name: nameOf(one.group),
    href: hrefOf(one.group),
  }));
  const title = team.locations.length > 1 ? `Team ${placeName(team.location_id)}` : "Your team";
  const up = team.locations.length > 1 ? { href: "/team/?view=network", label: "All locations" } : undefined;
  return (
    <div className="space-y-6">
      <Heading title={title} up={up} weeks={weeks} onWeeks={onWeeks}>
        <Places team={team} />
      </Heading>
      <Summary
        overview={team.overview}
        skill={skills[0] ?? null}
        weakest={weakestOf(reps)}
        below={below}
        pass={pass}
        idle={idle}
      />
      <Appeals appeals={appeals} nameOf={nameOf} />
      {reps.length > SHOWN && (
        <div className="max-w-sm">
          <Field
            label={`Find one of ${reps.length} reps`}
            type="search"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </div>
      )}
      {team.grids.length > 0 && (
        <Card title="Who is weak where">
          <ArrowsMeaning>Choose a place to see the calls behind it.</ArrowsMeaning>
          <SkillGrids
            of="Rep"
            together="The team"
            grids={grids}
            rubrics={rubrics}
            skills={skills}
            nameOf={nameOf}
            hrefOf={hrefOf}
          />
        </Card>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
        <RepList
          key={wanted}
          pass={pass}
          reps={reps.filter((rep) => isWanted(rep.name))}
          empty={team.reps.length > 0 ? "No rep of this name." : NOBODY}
        />
        <div className="space-y-6 lg:row-span-2">
          <Exams key={team.location_id} list={exams} location={team.location_id} />
          <Skills skills={skills} rubrics={rubrics} calls={team.calls} />
        </div>
        <CallList
          calls={team.calls}
          nameOf={(id) => names.get(id) ?? ""}
          aside={
            <a
              href={tableHref(weeks, team.location_id)}
              download
              className="inline-flex min-h-6 items-center text-sm text-accent underline decoration-line-strong underline-offset-4"
            >
              All {weeks} weeks as CSV
            </a>
          }
        />
      </div>
    </div>
  );
}
