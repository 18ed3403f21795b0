import type { ReactNode } from "react";
import { gradeOfShare } from "@/lib/team/skills";
import { Bar } from "./bar";

interface EarnedProps {
  title: string;
  share: number; // 0..1 of its points
  small?: boolean;
  children: ReactNode; // the figure at its right
}

/** What was earned of a skill's points: its name, the figure, and the share as a bar. */
export function Earned({ title, share, small = false, children }: EarnedProps) {
  return (
    <span className="block">
      <span className={`flex items-baseline justify-between gap-3 ${small ? "text-sm" : ""}`}>
        <span className="min-w-0 font-medium">{title}</span>
        <span className="text-sm whitespace-nowrap text-muted tabular-nums">{children}</span>
      </span>
      <span className={`block ${small ? "mt-1" : "mt-1.5"}`}>
        <Bar label={`${title}: share of its points`} value={share} tone={gradeOfShare(share)} />
      </span>
    </span>
  );
}
