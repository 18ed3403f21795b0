import type { Metadata } from "next";
import { Suspense } from "react";
import { Briefing } from "@/components/brief/briefing";
import { OpenCall } from "@/components/call/open-call";
import { OnItsWay } from "@/components/ui/loading";
import { Page } from "@/components/ui/page";

export const metadata: Metadata = { title: "Briefing" };

export default function BriefPage() {
  return (
    <Page>
      <OpenCall />
      <Suspense fallback={<OnItsWay what="the briefing" />}>
        <Briefing />
      </Suspense>
    </Page>
  );
}
