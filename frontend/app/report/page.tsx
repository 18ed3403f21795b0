import type { Metadata } from "next";
import { Suspense } from "react";
import { ReportDoor } from "@/components/report/report-door";

export const metadata: Metadata = { title: "Report" };

export default function ReportPage() {
  return (
    <Suspense>
      <ReportDoor />
    </Suspense>
  );
}
