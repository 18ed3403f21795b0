"use client";
import type { ReactNode } from "react";

const takeFocus = (heading: HTMLHeadingElement | null) => heading?.focus({ preventScroll: true });

/** The heading of a step that replaced another on the same page: takes the focus, so that it is read out. */
export function StepHeading({ children }: { children: ReactNode }) {
  return (
    <h1 ref={takeFocus} tabIndex={-1} className="text-2xl font-semibold tracking-tight outline-none">
      {children}
    </h1>
  );
}
