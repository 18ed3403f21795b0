import { cva, type VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";

const styles = cva(
  "inline-flex items-center justify-center gap-2 rounded-full font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-45",
  {
    variants: {
      look: {
        primary: "bg-accent text-accent-ink enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover",
        outline: "border border-line-strong bg-surface text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken",
        quiet: "text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken",
        danger: "bg-bad text-surface enabled:hover:opacity-90",
      },
      size: {
        small: "min-h-9 px-3.5 text-sm",
        normal: "min-h-11 px-5 text-[0.95rem]",
        large: "min-h-13 px-7 text-base",
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
