import type { Report } from "@/lib/api/report";

/** By what this grade was made: enough to make it again. */
export function Fineprint({ report }: { report: Report }) {
  const { rubric, grader, engines } = report;
  return (
    <p className="text-xs leading-relaxed text-muted">
      {rubric.title}, version {rubric.version} · graded by {grader.name} {grader.version}
      {grader.model && ` (${grader.model})`} · heard by {engines.hearing} · buyer {engines.buyer} · voice{" "}
      {engines.voice} · over {engines.transport} · call {report.call_id}
      {report.judged.length > 0 && ` · ${report.judged.join(" ")}`}
      {report.worded.length > 0 && ` · ${report.worded.join(" ")}`}
    </p>
  );
}
