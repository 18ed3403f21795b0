import { Card } from "@/components/ui/card";
import { Choice } from "@/components/ui/choice";
import type { RubricTitle } from "@/lib/api/contract";
import { CALL_TYPE } from "@/lib/text/words";

interface RubricChoiceProps {
  rubrics: RubricTitle[];
  value: string;
  onChange: (id: string) => void;
}

/** What kind of call it was, which is what it is graded by. */
export function RubricChoice({ rubrics, value, onChange }: RubricChoiceProps) {
  const options = rubrics.map(({ id, title, call_type, points }) => ({
    value: id,
    label: CALL_TYPE[call_type],
    about: `Graded by “${title}”, ${points} points.`,
  }));
  return (
    <Card title="What kind of call was it?">
      <Choice titled legend="Kind of call" value={value} options={options} onChange={onChange} />
    </Card>
  );
}
