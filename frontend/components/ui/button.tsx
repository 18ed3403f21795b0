import { cva, type VariantProps } from "class-variance-authority";
import { Link } from "./link";
import type { ComponentProps } from "react";

const styles = cva(
  "inline-flex items-center justify-center gap-2 font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-45",
  {
    variants: {
      look: {
        primary: "bg-accent text-accent-ink enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover",
        outline:
          "border border-line-strong bg-surface text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft enabled:hover:bg-sunken [a&]:hover:bg-sunken",
        quiet: "text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken",
        danger: "bg-bad text-surface enabled:hover:opacity-90",
      },
      size: {
        small: "min-h-9 rounded-full px-3.5 text-sm",
        normal: "min-h-11 rounded-full px-5 text-[0.95rem]",
        large: "min-h-13 rounded-full px-7 text-base",
        icon: "size-12 rounded-full shrink-0",
        // in a call: under the thumb on a phone, a row of pills on a desk
        tool: "min-h-14 min-w-0 flex-1 flex-col gap-1 rounded-2xl px-1 text-xs sm:min-h-11 sm:flex-none sm:flex-row sm:gap-2 sm:rounded-full sm:px-5 sm:text-[0.95rem] short:min-h-10 short:flex-row",
      },
    },
    defaultVariants: { look: "primary", size: "normal" },
  },
);

type Look = VariantProps<typeof styles>;

export function Button({ look, size, className, ...rest }: ComponentProps<"button"> & Look) {
  return <button type="button" className={styles({ look, size, className })} {...rest} />;
}

export function LinkButton({ look, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={styles({ look, size, className })} {...rest} />;
}
