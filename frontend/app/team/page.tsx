import type { Metadata } from "next";
import { Suspense } from "react";
import { TeamDoor } from "@/components/team/team-door";

export const metadata: Metadata = { title: "Team" };

export default function TeamPage() {
  return (
    <Suspense>
      <TeamDoor />
    </Suspense>
  );
}
