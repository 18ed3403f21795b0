import type { Report } from "@/lib/api/report";

/** What carried the call; one in writing was heard and spoken by nothing. */
function carried({ transport, hearing, buyer, voice }: Report["engines"]): string[] {
  const mind = `the buyer’s mind: ${buyer}`;
  return transport === "typed"
    ? ["typed", mind]
    : [`heard by ${hearing}`, mind, `voice: ${voice}`, `over ${transport}`];
}

/** By what this grade was made: enough to make it again. */
export function Fineprint({ report }: { report: Report }) {
  const { rubric, grader } = report;
  const made = [
    `${rubric.title}, version ${rubric.version}`,
    `graded by ${grader.name} ${grader.version}${grader.model ? ` (${grader.model})` : ""}`,
    ...(report.upload ? ["uploaded"] : carried(report.engines)),
    report.call_id,
    ...report.judged,
    ...report.worded,
  ];
  return <p className="text-xs leading-relaxed break-words text-muted">{made.join(" · ")}</p>;
}
