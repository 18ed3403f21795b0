"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";

interface CopyLinkProps {
  label: string;
  href?: string; // of another page than the one that is open
}

/** Puts an address of ours on the clipboard, and says so for two seconds. */
export function CopyLink({ label, href }: CopyLinkProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(href ?? "", window.location.href).href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  // A browser gives no clipboard to a page over plain http from another machine; its address bar is there.
  if (typeof navigator.clipboard?.writeText !== "function") return null;
  return (
    <>
      <Button look="outline" size="small" onClick={() => void copy()}>
        <Link2 aria-hidden className="size-4" />
        {copied ? "Copied" : label}
      </Button>
      <span role="status" className="sr-only">
        {copied && "Copied"}
      </span>
    </>
  );
}
