import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Earned } from "@/components/ui/earned";
import type { CriterionFigure, TeamCall, TeamRubric } from "@/lib/api/team";
import type { Skill } from "@/lib/team/skills";
import { percent, score } from "@/lib/text/time";
import { CALL_TYPE } from "@/lib/text/words";

interface SkillsProps {
  skills: Skill[]; // the costliest first
  rubrics: TeamRubric[];
  calls: TeamCall[]; // newest first: where a criterion can be looked at
}

/** Where the points are lost: by skill, and within it by criterion, each kind of call by itself. */
export function Skills({ skills, rubrics, calls }: SkillsProps) {
  if (skills.length === 0) return null;
  return (
    <Card title="Where points are lost">
      <p className="text-sm text-muted">
        The share of its points that was earned, and the points an average call lost. Open one to see why.
      </p>
      {rubrics.map((rubric) => {
        const own = skills.filter((skill) => skill.rubricId === rubric.id);
        const newest = calls.find((call) => call.call_type === rubric.call_type && call.score !== null);
        if (own.length === 0) return null;
        return (
          <section
            key={rubric.id}
            aria-label={`Points lost: ${CALL_TYPE[rubric.call_type]}s`}
            className="mt-4"
          >
            <h3 className="text-sm font-semibold text-muted">
              {CALL_TYPE[rubric.call_type]}s ({own[0]?.calls})
            </h3>
            {own.map((skill) => (
              <SkillRow key={skill.id} skill={skill} newest={newest} />
            ))}
          </section>
        );
      })}
    </Card>
  );
}

function SkillRow({ skill, newest }: { skill: Skill; newest: TeamCall | undefined }) {
  return (
    <Disclosure
      summary={
        <Earned title={skill.title} share={skill.share}>
          {score(skill.lostPoints) === "0" ? "nothing lost" : `−${score(skill.lostPoints)} a call`}
          <span className="ml-3 inline-block min-w-10 text-right text-base font-semibold text-ink">
            {percent(skill.share)}
          </span>
        </Earned>
      }
    >
      <ul className="space-y-2">
        {skill.criteria.map((criterion) => (
          <CriterionRow key={criterion.criterion} criterion={criterion} newest={newest} />
        ))}
      </ul>
    </Disclosure>
  );
}

interface CriterionRowProps {
  criterion: CriterionFigure;
  newest: TeamCall | undefined;
}

function CriterionRow({ criterion, newest }: CriterionRowProps) {
  const at =
    newest && new URLSearchParams({ id: newest.call_id, for: "manager", criterion: criterion.criterion });
  return (
    <li className="flex items-baseline justify-between gap-3 text-[0.95rem]">
      {at ? (
        <Link
          href={`/report/?${at.toString()}`}
          title="What was said to this in the newest call"
          className="inline-flex min-h-6 min-w-0 items-center leading-snug underline decoration-line-strong underline-offset-4 hover:decoration-accent"
        >
          {criterion.title}
        </Link>
      ) : (
        <span className="min-w-0 leading-snug">{criterion.title}</span>
      )}
      <span className="text-sm whitespace-nowrap text-muted tabular-nums">
        {score(criterion.lost_points) !== "0" && `−${score(criterion.lost_points)}`}
        <span className="ml-3 inline-block min-w-10 text-right font-medium text-ink">
          {percent(criterion.share)}
        </span>
      </span>
    </li>
  );
}
