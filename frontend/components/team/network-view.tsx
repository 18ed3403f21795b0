"use client";
// Every location beside the others, the weakest first, a page at a time.

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Loading } from "@/components/ui/loading";
import { getPlacesBySkill } from "@/lib/api/client";
import type { LocationFigure, Network, TeamRubric } from "@/lib/api/team";
import { useResource } from "@/lib/react/use-resource";
import { placeName } from "@/lib/text/figures";
import { passLine } from "@/lib/team/pass-line";
import { skillsOf, type Skill } from "@/lib/team/skills";
import { weakestOf } from "@/lib/team/weak";
import { Heading } from "./heading";
import type { PeriodProps } from "./period";
import { FigureRow, Overlap } from "./rows";
import { SkillGrids } from "./skill-grid";
import { Skills } from "./skills";
import { Summary } from "./summary";

const A_PAGE = 12;

const hrefOf = (location: string): string => `/team/?location=${encodeURIComponent(location)}`;

interface NetworkViewProps extends PeriodProps {
  network: Network;
  rubrics: TeamRubric[];
}

export function NetworkView({ network, rubrics, weeks, onWeeks }: NetworkViewProps) {
  const [wanted, setWanted] = useState("");
  const [page, setPage] = useState(0);
  const skills = skillsOf(network.overview.criteria, rubrics);
  const pass = passLine(network.overview.criteria, rubrics);
  const places = network.locations.map((one) => ({
    ...one,
    name: placeName(one.location_id),
    href: hrefOf(one.location_id),
  }));
  const found = places.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const shown = found.slice(page * A_PAGE, (page + 1) * A_PAGE);
  const filter = (text: string) => {
    setWanted(text);
    setPage(0);
  };
  return (
    <div className="space-y-6">
      <Heading title="All locations" weeks={weeks} onWeeks={onWeeks} />
      <Summary
        overview={network.overview}
        skill={skills[0] ?? null}
        weakest={weakestOf(places)}
        pass={pass}
        idle={[]}
      />
      {places.length > A_PAGE && (
        <div className="flex flex-wrap items-end justify-between gap-4">
          <Field
            label={`Find one of ${places.length} locations`}
            type="search"
            value={wanted}
            onChange={(event) => filter(event.target.value)}
          />
          <Pages page={page} count={found.length} onPage={setPage} />
        </div>
      )}
      <BySkill places={shown} rubrics={rubrics} skills={skills} weeks={weeks} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Card title="Locations, weakest first">
          {shown.length === 0 ? (
            <p className="text-muted">No location of this name.</p>
          ) : (
            <Overlap pass={pass} />
          )}
          <ul className="divide-y divide-line">
            {shown.map((one) => (
              <FigureRow
                key={one.location_id}
                href={one.href}
                name={one.name}
                figure={one.figure}
                trend={one.trend}
                pass={pass}
                aside={`${one.practised} of ${one.members} practised`}
              />
            ))}
          </ul>
        </Card>
        <Skills skills={skills} rubrics={rubrics} calls={[]} />
      </div>
    </div>
  );
}

function Pages({ page, count, onPage }: { page: number; count: number; onPage: (page: number) => void }) {
  if (count <= A_PAGE) return null;
  const last = Math.min(count, (page + 1) * A_PAGE);
  return (
    <nav aria-label="Pages of locations" className="flex items-center gap-2 text-sm">
      <Button look="outline" size="small" disabled={page === 0} onClick={() => onPage(page - 1)}>
        <ChevronLeft aria-hidden className="size-4" />
        Before
      </Button>
      <span role="status" className="tabular-nums">
        {page * A_PAGE + 1} to {last} of {count}
      </span>
      <Button look="outline" size="small" disabled={last === count} onClick={() => onPage(page + 1)}>
        Next
        <ChevronRight aria-hidden className="size-4" />
      </Button>
    </nav>
  );
}

interface BySkillProps extends Pick<PeriodProps, "weeks"> {
  places: LocationFigure[];
  rubrics: TeamRubric[];
  skills: Skill[];
}

/** The locations of this page by skill, asked for by themselves: 350 of them would be a long wait. */
function BySkill({ places, rubrics, skills, weeks }: BySkillProps) {
  const asked = places.flatMap((one) => (one.figure ? [one.location_id] : [])).join(" ");
  const load = useCallback(
    () => (asked ? getPlacesBySkill(asked.split(" "), weeks) : Promise.resolve([])),
    [asked, weeks],
  );
  const { data, sentence, reload } = useResource(load);
  if (data !== null && data.length === 0) return null;
  return (
    <Card title="Which location is weak where">
      <p className="text-sm text-muted">The share of its points that was earned, and on how many calls.</p>
      {(data === null || sentence) && <Loading what="the skills" sentence={sentence} reload={reload} />}
      {data && (
        <SkillGrids
          of="Location"
          together="All locations"
          grids={data}
          rubrics={rubrics}
          skills={skills}
          nameOf={placeName}
          hrefOf={hrefOf}
        />
      )}
    </Card>
  );
}
