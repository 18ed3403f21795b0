import { Choice } from "@/components/ui/choice";
import type { WeeksShown } from "@/lib/api/team";

export interface PeriodProps {
  weeks: WeeksShown;
  onWeeks: (weeks: WeeksShown) => void;
}

const PERIODS: readonly { value: WeeksShown; label: string }[] = [
  { value: "4", label: "4" },
  { value: "12", label: "12" },
  { value: "26", label: "26" },
  { value: "52", label: "52" },
];

export function Period({ weeks, onWeeks }: PeriodProps) {
  return (
    <div className="w-full sm:w-72">
      <Choice legend="Weeks shown, up to today" value={weeks} options={PERIODS} onChange={onWeeks} />
    </div>
  );
}
