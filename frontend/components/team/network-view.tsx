"use client";
// Every location beside the others, the weakest first.

import { Card } from "@/components/ui/card";
import type { Network } from "@/lib/api/team";
import { placeName } from "@/lib/text/figures";
import { Heading } from "./heading";
import type { PeriodProps } from "./period";
import { FigureRow, Overlap } from "./rows";
import { Summary, weakestOf } from "./summary";
import { Weakest } from "./weakest";

export function NetworkView({ network, weeks, onWeeks }: { network: Network } & PeriodProps) {
  return (
    <div className="space-y-6">
      <Heading title="All locations" weeks={weeks} onWeeks={onWeeks} />
      <Summary
        overview={network.overview}
        idle={[]}
        weakest={weakestOf(network.locations.map((one) => ({ ...one, name: placeName(one.location_id) })))}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card title="Locations, weakest first">
          <Overlap />
          <ul className="divide-y divide-line">
            {network.locations.map((one) => (
              <FigureRow
                key={one.location_id}
                href={`/team/?location=${encodeURIComponent(one.location_id)}`}
                name={placeName(one.location_id)}
                figure={one.figure}
                trend={one.trend}
                aside={`${one.practised} of ${one.members} practised`}
              />
            ))}
          </ul>
        </Card>
        <Weakest criteria={network.overview.criteria} />
      </div>
    </div>
  );
}
