import { Link } from "./link";
import type { ReactNode } from "react";
import { Logo } from "./logo";
import { SiteNav } from "./site-nav";

/** The frame of every page but the call: the way home, where else one can go, an optional action, the content. */
export function Page({ action, children }: { action?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-6">
      <header className="screen-only flex h-16 items-center justify-between gap-2 sm:gap-4">
        <Link href="/" className="flex items-center gap-2.5 rounded-lg font-semibold tracking-tight">
          <Logo />
          Sparring
        </Link>
        <div className="flex items-center sm:gap-1">
          <SiteNav />
          {action}
        </div>
      </header>
      <main className="flex-1 pb-16">{children}</main>
    </div>
  );
}
