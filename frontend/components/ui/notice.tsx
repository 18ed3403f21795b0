import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const TONES = {
  info: { look: "bg-accent-soft text-ink", icon: Info, ink: "text-accent" },
  warn: { look: "bg-warn-soft text-ink", icon: TriangleAlert, ink: "text-warn" },
  bad: { look: "bg-bad-soft text-ink", icon: CircleAlert, ink: "text-bad" },
} as const;

interface NoticeProps {
  tone?: keyof typeof TONES;
  children: ReactNode;
  actions?: ReactNode;
}

/** A sentence that tells the person what happened and what to do, spoken by screen readers when it appears. */
export function Notice({ tone = "info", children, actions }: NoticeProps) {
  const { look, icon: Icon, ink } = TONES[tone];
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={`flex gap-3 rounded-xl p-4 text-sm leading-relaxed ${look}`}
    >
      <Icon aria-hidden className={`mt-0.5 size-4.5 shrink-0 ${ink}`} />
      <div className="min-w-0 flex-1">
        {children}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
