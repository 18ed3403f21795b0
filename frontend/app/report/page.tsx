import type { Metadata } from "next";
import { Suspense } from "react";
import { ReportDoor } from "@/components/report/report-door";
import { OnItsWay } from "@/components/ui/loading";
import { Page } from "@/components/ui/page";

export const metadata: Metadata = { title: "Report" };

export default function ReportPage() {
  return (
    <Suspense
      fallback={
        <Page>
          <OnItsWay what="the report" />
        </Page>
      }
    >
      <ReportDoor />
    </Suspense>
  );
}
