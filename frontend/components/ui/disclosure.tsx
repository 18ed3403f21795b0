import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface DisclosureProps {
  summary: ReactNode;
  id?: string;
  open?: boolean;
  children: ReactNode;
}

/** A part that opens on demand; the browser's own element, so that keyboard and search in the page work. */
export function Disclosure({ summary, id, open = false, children }: DisclosureProps) {
  return (
    <details id={id} open={open} className="group scroll-mt-6 border-t border-line first:border-t-0">
      <summary className="flex list-none items-center gap-2 rounded-lg py-3">
        <ChevronRight
          aria-hidden
          className="screen-only size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 flex-1">{summary}</span>
      </summary>
      <div className="pb-4 pl-6 print:pl-0">{children}</div>
    </details>
  );
}
