"use client";
// One rep for their manager: weeks, where points are lost, and every call that counts.

import { Upload } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import type { RepPage, TeamRubric } from "@/lib/api/team";
import { repName } from "@/lib/text/figures";
import { passLine } from "@/lib/team/pass-line";
import { skillsOf } from "@/lib/team/skills";
import { useQuery } from "@/lib/react/use-query";
import { CALL_TYPE } from "@/lib/text/words";
import { CallList, SkillCalls } from "./call-list";
import { Heading } from "./heading";
import type { PeriodProps } from "./period";
import { Skills } from "./skills";
import { Summary } from "./summary";

interface RepPageProps extends PeriodProps {
  page: RepPage;
  rubrics: TeamRubric[];
  location: string;
}

export function RepPageView({ page, rubrics, location, weeks, onWeeks }: RepPageProps) {
  const skills = skillsOf(page.overview.criteria, rubrics);
  const pass = passLine(page.overview.criteria, rubrics);
  const upload = `/upload/?${new URLSearchParams({ rep: page.rep_id, location }).toString()}`;
  const team = location ? `/team/?location=${encodeURIComponent(location)}` : "/team/";
  return (
    <div className="space-y-6">
      <Heading title={repName(page)} up={{ href: team, label: "The team" }} weeks={weeks} onWeeks={onWeeks}>
        <LinkButton look="outline" size="small" href={upload}>
          <Upload aria-hidden className="size-4" />
          Upload a real call
        </LinkButton>
      </Heading>
      <ChosenSkill page={page} rubrics={rubrics} />
      <Summary overview={page.overview} skill={skills[0] ?? null} weakest={[]} pass={pass} idle={[]} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Skills skills={skills} rubrics={rubrics} calls={page.calls} />
        <div className="space-y-6">
          <CallList calls={page.calls} nameOf={() => ""} />
          <CallList title="Uploaded calls (they do not count above)" calls={page.uploads} nameOf={() => ""} />
        </div>
      </div>
    </div>
  );
}

/** What a manager came to see: the calls behind a place in the grid of reps by skill. */
function ChosenSkill({ page, rubrics }: Pick<RepPageProps, "page" | "rubrics">) {
  const [rubricId, skill = ""] = useQuery("skill").split(".");
  const rubric = rubrics.find((one) => one.id === rubricId);
  const category = rubric?.categories.find((one) => one.id === skill);
  if (rubric === undefined || category === undefined) return null;
  const calls = page.calls.filter((call) => call.rubric_id === rubric.id && skill in call.skills);
  return (
    <SkillCalls
      skill={skill}
      title={`${category.title}: ${CALL_TYPE[rubric.call_type].toLowerCase()}s`}
      calls={calls}
    />
  );
}
