import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";

const styles = cva("inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-medium", {
  variants: {
    tone: {
      plain: "bg-sunken text-muted",
      accent: "bg-accent-soft text-accent",
      good: "bg-good-soft text-good",
      warn: "bg-warn-soft text-warn",
      bad: "bg-bad-soft text-bad",
    },
    wraps: { true: "", false: "whitespace-nowrap" }, // a sentence has to, on a phone
  },
  defaultVariants: { tone: "plain", wraps: false },
});

type BadgeProps = VariantProps<typeof styles> & { children: ReactNode };

export function Badge({ tone, wraps, children }: BadgeProps) {
  return <span className={styles({ tone, wraps })}>{children}</span>;
}
