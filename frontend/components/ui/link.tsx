"use client";
// A link to another page, whose program is asked for once somebody points at it: fetched with every link in sight, the
// other pages are a third of what a slow line carries before the first buyer is shown.

import NextLink from "next/link";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";

type LinkProps = Omit<ComponentProps<typeof NextLink>, "href" | "prefetch"> & { href: string };

export function Link({ href, ...rest }: LinkProps) {
  const router = useRouter();
  const soon = () => router.prefetch(href);
  return <NextLink href={href} prefetch={false} onPointerEnter={soon} onFocus={soon} {...rest} />;
}
