import type { ReactNode } from "react";

interface CardProps {
  title?: string;
  id?: string;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A titled part of a page. The title names the region for screen readers. */
export function Card({ title, id, aside, className = "", children }: CardProps) {
  return (
    <section
      id={id}
      aria-label={title}
      className={`rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6 ${className}`}
    >
      {title && (
        <div className="mb-3 flex items-baseline justify-between gap-4">
          <h2 className="text-lg font-semibold">{title}</h2>
          {aside && <div className="shrink-0">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
