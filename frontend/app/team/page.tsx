import type { Metadata } from "next";
import { Suspense } from "react";
import { TeamDoor } from "@/components/team/team-door";
import { OnItsWay } from "@/components/ui/loading";
import { Page } from "@/components/ui/page";

export const metadata: Metadata = { title: "Team" };

export default function TeamPage() {
  return (
    <Suspense
      fallback={
        <Page>
          <OnItsWay what="the team" />
        </Page>
      }
    >
      <TeamDoor />
    </Suspense>
  );
}
