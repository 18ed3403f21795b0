"use client";
// The places one can always go to; the one the reader is at is marked.

import { Link } from "./link";
import { usePathname } from "next/navigation";

const PLACES = [
  { href: "/", label: "Practise" },
  { href: "/team/", label: "Team" },
] as const;

export function SiteNav() {
  const here = usePathname();
  return (
    <nav aria-label="Sparring" className="flex items-center sm:gap-1">
      {PLACES.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={here === href ? "page" : undefined}
          className="rounded-full px-2.5 py-2 text-sm font-medium text-muted hover:text-ink aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-accent aria-[current=page]:decoration-2 aria-[current=page]:underline-offset-8 sm:px-3"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
