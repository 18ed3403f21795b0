"use client";
// A way to another part of the report, which opens it if it is closed.

import type { ReactNode } from "react";
import { showEvidence } from "./evidence-anchor";

interface JumpProps {
  to: string;
  className?: string;
  title?: string;
  children: ReactNode;
}

export function Jump({ to, className, title, children }: JumpProps) {
  return (
    <a
      href={`#${to}`}
      title={title}
      className={className}
      onClick={(event) => {
        event.preventDefault();
        showEvidence(to);
      }}
    >
      {children}
    </a>
  );
}
