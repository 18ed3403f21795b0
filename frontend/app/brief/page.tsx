import type { Metadata } from "next";
import { Briefing } from "@/components/brief/briefing";
import { Page } from "@/components/ui/page";

export const metadata: Metadata = { title: "Briefing" };

export default function BriefPage() {
  return (
    <Page>
      <Briefing />
    </Page>
  );
}
