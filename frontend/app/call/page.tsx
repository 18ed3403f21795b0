import type { Metadata } from "next";
import { Suspense } from "react";
import { CallDoor } from "@/components/call/call-door";

export const metadata: Metadata = { title: "Call" };

export default function CallPage() {
  return (
    <Suspense>
      <CallDoor />
    </Suspense>
  );
}
