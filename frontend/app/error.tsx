"use client";
// What a person sees when a page breaks: a call goes on after a reload, so that is the way out.

import { Button, LinkButton } from "@/components/ui/button";
import { Page } from "@/components/ui/page";

export default function PageBroke() {
  return (
    <Page>
      <div className="mx-auto max-w-md py-24 text-center">
        <h1 className="text-2xl font-semibold">This page broke</h1>
        <p className="mt-3 mb-6 text-muted">
          Nothing that was said is lost. Reload the page; a call that was on goes on where it was.
        </p>
        <div className="flex justify-center gap-2">
          <Button onClick={() => window.location.reload()}>Reload</Button>
          <LinkButton look="outline" href="/">
            Go to the home page
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
