import type { ReactNode, RefObject } from "react";

interface DialogProps {
  ref: RefObject<HTMLDialogElement | null>; // by which whoever shows it opens and closes it
  label: string;
  children: ReactNode;
}

/** A question in front of the page; the browser's own element, so that keyboard and focus work. */
export function Dialog({ ref, label, children }: DialogProps) {
  return (
    <dialog
      ref={ref}
      aria-label={label}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-2xl border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      {children}
    </dialog>
  );
}
