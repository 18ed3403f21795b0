import { Choice } from "@/components/ui/choice";
import type { WeeksShown } from "@/lib/api/team";

export interface PeriodProps {
  weeks: WeeksShown;
  onWeeks: (weeks: WeeksShown) => void;
}

const PERIODS: readonly { value: WeeksShown; label: string }[] = [
  { value: "4", label: "4 wk" },
  { value: "12", label: "12 wk" },
  { value: "26", label: "26 wk" },
  { value: "52", label: "52 wk" },
];

export function Period({ weeks, onWeeks }: PeriodProps) {
  return (
    <div className="w-full sm:w-96">
      <Choice legend="Up to this week" value={weeks} options={PERIODS} onChange={onWeeks} />
    </div>
  );
}
