import type { Metadata } from "next";
import { Suspense } from "react";
import { Briefing } from "@/components/brief/briefing";
import { Page } from "@/components/ui/page";

export const metadata: Metadata = { title: "Briefing" };

export default function BriefPage() {
  return (
    <Page>
      <Suspense>
        <Briefing />
      </Suspense>
    </Page>
  );
}
