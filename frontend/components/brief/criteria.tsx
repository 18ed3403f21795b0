"use client";
// The criteria of the grade, all of them, before the call.

import { Ban } from "lucide-react";
import { useCallback } from "react";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Loading } from "@/components/ui/loading";
import { getRubric } from "@/lib/api/client";
import type { Rubric, RubricCategory } from "@/lib/api/contract";
import { useResource } from "@/lib/react/use-resource";

function Points({ points }: { points: number }) {
  return <span className="text-sm whitespace-nowrap text-muted tabular-nums">{points} points</span>;
}

function Category({ category }: { category: RubricCategory }) {
  return (
    <Disclosure
      summary={
        <span className="flex items-baseline justify-between gap-3">
          <span className="font-medium">{category.title}</span>
          <Points points={category.points} />
        </span>
      }
    >
      <ul className="space-y-3">
        {category.criteria.map((criterion) => (
          <li key={criterion.id} className="flex items-baseline justify-between gap-4">
            <div>
              <p className="text-[0.95rem]">{criterion.title}</p>
              <p className="text-sm leading-snug text-muted">{criterion.check}</p>
            </div>
            <span className="text-sm text-muted tabular-nums">{criterion.points}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function RedLines({ rubric }: { rubric: Rubric }) {
  if (rubric.red_lines.length === 0) return null;
  return (
    <Disclosure
      summary={
        <span className="flex items-center gap-2 font-medium text-bad">
          <Ban aria-hidden className="size-4" />
          Red lines: one of these fails the call
        </span>
      }
    >
      <ul className="list-disc space-y-1 pl-5 text-[0.95rem]">
        {rubric.red_lines.map((line) => (
          <li key={line.id}>{line.title}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

export function Criteria({ rubricId }: { rubricId: string }) {
  const load = useCallback(() => getRubric(rubricId), [rubricId]);
  const { data, sentence, reload } = useResource(load);
  return (
    <Card title="What you will be graded on" aside={data && <Points points={data.points} />}>
      {data === null && <Loading what="the criteria" sentence={sentence} reload={reload} />}
      {data && (
        <>
          <p className="mb-2 text-sm leading-relaxed text-muted">
            You pass with {data.pass_score} of 100. Every point needs your own words from the call, or
            something that was measured on it.
          </p>
          {data.categories.map((category) => (
            <Category key={category.id} category={category} />
          ))}
          <RedLines rubric={data} />
        </>
      )}
    </Card>
  );
}
