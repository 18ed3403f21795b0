// An uploaded call beside the rep's practice, criterion by criterion, what differs first.

import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type {
  CriterionBesidePractice,
  Outcome,
  PracticeBeside,
  PracticeCall,
  Report,
} from "@/lib/api/report";
import { day, score } from "@/lib/text/time";
import { STATUS } from "@/lib/text/words";

const points = (outcome: Outcome, max: number): string =>
  outcome.points === null ? STATUS[outcome.status] : `${outcome.points} / ${max}`;

function look(here: Outcome, there: Outcome): string {
  if (here.points === null || there.points === null) return "";
  const gained = here.points - there.points;
  return gained > 0 ? "text-good" : gained < 0 ? "text-bad" : "";
}

function Cell({ outcome, max, ink = "" }: { outcome: Outcome; max: number; ink?: string }) {
  return (
    <td className="py-3 pl-3 text-right align-top max-sm:pt-1 max-sm:text-left max-sm:first-of-type:pl-0">
      <span
        className={`font-semibold tabular-nums ${ink} ${outcome.points === null ? "" : "whitespace-nowrap"}`}
      >
        {points(outcome, max)}
      </span>
      {outcome.points !== null && (
        <span className="block text-sm text-muted">
          {outcome.status === "scored" ? outcome.level_title : STATUS[outcome.status]}
        </span>
      )}
    </td>
  );
}

function CallHead({ title, call, href }: { title: string; call?: PracticeCall; href?: string }) {
  return (
    <th
      scope="col"
      className="pb-2 pl-3 text-right align-bottom font-normal max-sm:text-left max-sm:[&:nth-child(2)]:pl-0"
    >
      <span className="block text-sm text-muted">{title}</span>
      {call && href ? (
        <Link href={href} className="text-sm underline underline-offset-4">
          {call.buyer}, <span className="font-semibold tabular-nums">{score(call.score)}</span>
        </Link>
      ) : null}
    </th>
  );
}

interface TableProps {
  practice: PracticeBeside;
  heldOn: string | null;
  criteria: CriterionBesidePractice[];
  suffix: string; // of the address of a practice call's report
}

/** Beside its outcomes; where there is no room for that, in a line of its own above them. */
function Row({ one }: { one: CriterionBesidePractice }) {
  return (
    <tbody className="border-t border-line first-of-type:border-0">
      <tr className="sm:hidden">
        <th scope="rowgroup" colSpan={one.best ? 3 : 2} className="pt-3 text-left font-medium">
          {one.title}
        </th>
      </tr>
      <tr>
        <th scope="row" className="hidden py-3 text-left align-top font-medium sm:table-cell">
          {one.title}
        </th>
        <Cell outcome={one.uploaded} max={one.max_points} ink={look(one.uploaded, one.latest)} />
        <Cell outcome={one.latest} max={one.max_points} />
        {one.best && <Cell outcome={one.best} max={one.max_points} />}
      </tr>
    </tbody>
  );
}

function Table({ practice, heldOn, criteria, suffix }: TableProps) {
  const to = (call: PracticeCall) => `/report/?id=${encodeURIComponent(call.call_id)}${suffix}`;
  const { latest, best } = practice;
  return (
    <table className="w-full text-[0.95rem] max-sm:table-fixed">
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className="hidden pb-2 text-left text-sm font-normal text-muted sm:table-cell">
            Criterion
          </th>
          <CallHead title={heldOn ? `This call, ${heldOn}` : "This call"} />
          <CallHead
            title={best ? "Latest practice" : "Latest and best practice"}
            call={latest}
            href={to(latest)}
          />
          {best && <CallHead title="Best practice" call={best} href={to(best)} />}
        </tr>
      </thead>
      {criteria.map((one) => (
        <Row key={one.id} one={one} />
      ))}
    </table>
  );
}

export function PracticeCard({ report, own }: { report: Report; own: boolean }) {
  const { upload, practice } = report;
  if (upload === null) return null;
  const heldOn = upload.held_on && day(`${upload.held_on}T12:00:00`);
  const suffix = own ? "" : "&for=manager";
  const differs = practice?.criteria.filter((one) => one.differs) ?? [];
  const same = practice?.criteria.filter((one) => !one.differs) ?? [];
  return (
    <Card title="Beside practice">
      {heldOn && <p className="mb-3 text-muted">The call was held on {heldOn}.</p>}
      {practice === null && (
        <p className="leading-relaxed text-muted">
          {own
            ? "You have no graded practice call by this rubric yet. Once you have one, it stands here beside this call."
            : "The rep has no practice call by this rubric that counts, so there is nothing to set beside it."}
        </p>
      )}
      {practice !== null && differs.length === 0 && (
        <p className="text-muted">Every criterion came out the same.</p>
      )}
      {practice !== null && differs.length > 0 && (
        <Table practice={practice} heldOn={heldOn} criteria={differs} suffix={suffix} />
      )}
      {practice !== null && same.length > 0 && (
        <div className="mt-2">
          <Disclosure summary={`The same in both (${same.length})`}>
            <Table practice={practice} heldOn={heldOn} criteria={same} suffix={suffix} />
          </Disclosure>
        </div>
      )}
    </Card>
  );
}
