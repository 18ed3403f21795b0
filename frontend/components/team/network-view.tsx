"use client";
// Every location beside the others, the weakest first.

import { Card } from "@/components/ui/card";
import type { Network, TeamRubric } from "@/lib/api/team";
import { placeName } from "@/lib/text/figures";
import { skillsOf } from "@/lib/text/skills";
import { weakestOf } from "@/lib/text/weak";
import { Heading } from "./heading";
import type { PeriodProps } from "./period";
import { FigureRow, Overlap } from "./rows";
import { Skills } from "./skills";
import { Summary } from "./summary";

interface NetworkViewProps extends PeriodProps {
  network: Network;
  rubrics: TeamRubric[];
}

export function NetworkView({ network, rubrics, weeks, onWeeks }: NetworkViewProps) {
  const skills = skillsOf(network.overview.criteria, rubrics);
  const places = network.locations.map((one) => ({
    ...one,
    name: placeName(one.location_id),
    href: `/team/?location=${encodeURIComponent(one.location_id)}`,
  }));
  return (
    <div className="space-y-6">
      <Heading title="All locations" weeks={weeks} onWeeks={onWeeks} />
      <Summary overview={network.overview} skill={skills[0] ?? null} weakest={weakestOf(places)} idle={[]} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Card title="Locations, weakest first">
          <Overlap />
          <ul className="divide-y divide-line">
            {places.map((one) => (
              <FigureRow
                key={one.location_id}
                href={one.href}
                name={one.name}
                figure={one.figure}
                trend={one.trend}
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
