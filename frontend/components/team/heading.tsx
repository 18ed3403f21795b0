import { ChevronLeft } from "lucide-react";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { Period, type PeriodProps } from "./period";

interface HeadingProps extends PeriodProps {
  title: string;
  up?: { href: string; label: string };
  children?: ReactNode;
}

/** The title of a manager's page, the way up, and which weeks are shown. */
export function Heading({ title, up, weeks, onWeeks, children }: HeadingProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4 pt-4">
      <div>
        {up && (
          <Link
            href={up.href}
            className="mb-1 inline-flex min-h-6 items-center gap-1 text-sm text-muted hover:text-ink"
          >
            <ChevronLeft aria-hidden className="size-4" />
            {up.label}
          </Link>
        )}
        <h1 className="text-3xl font-semibold tracking-tight">{title}</h1>
      </div>
      <div className="flex w-full flex-wrap items-end gap-4 sm:w-auto">
        {children}
        <Period weeks={weeks} onWeeks={onWeeks} />
      </div>
    </div>
  );
}
