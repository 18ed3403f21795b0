"use client";
// Every rep of a team with mean, error and trend, the weakest first; of many the first, and more on demand.

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { RepFigure } from "@/lib/api/team";
import { day } from "@/lib/text/time";
import { FigureRow, Overlap } from "./rows";

/** A rep as a list shows them. */
interface NamedRep extends RepFigure {
  href: string;
}

export const SHOWN = 12;

interface RepListProps {
  reps: NamedRep[];
  empty: string;
  pass: number | null; // where one passes
}

export function RepList({ reps, empty, pass }: RepListProps) {
  const [shown, setShown] = useState(SHOWN);
  const rest = reps.length - shown;
  return (
    <Card title="Reps, weakest first">
      {reps.length === 0 ? <p className="text-muted">{empty}</p> : <Overlap pass={pass} />}
      <ul className="divide-y divide-line">
        {reps.slice(0, shown).map((rep) => (
          <FigureRow
            key={rep.rep_id}
            href={rep.href}
            name={rep.name}
            figure={rep.figure}
            trend={rep.trend}
            pass={pass}
            aside={rep.last_at ? `last call ${day(rep.last_at)}` : "no call yet"}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button look="quiet" size="small" onClick={() => setShown(shown + SHOWN)}>
          Show {Math.min(rest, SHOWN)} more of {reps.length}
        </Button>
      )}
    </Card>
  );
}
