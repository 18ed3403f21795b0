"use client";
// One rep for their manager: weeks, weakest criteria, and every call that counts.

import { Upload } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import type { RepPage } from "@/lib/api/team";
import { repName } from "@/lib/text/figures";
import { CallList } from "./call-list";
import { Heading } from "./heading";
import type { PeriodProps } from "./period";
import { Summary } from "./summary";
import { Weakest } from "./weakest";

export function RepPageView({
  page,
  location,
  weeks,
  onWeeks,
}: { page: RepPage; location: string } & PeriodProps) {
  const upload = `/upload/?${new URLSearchParams({ rep: page.rep_id, location }).toString()}`;
  const team = location ? `/team/?location=${encodeURIComponent(location)}` : "/team/";
  return (
    <div className="space-y-6">
      <Heading title={repName(page)} up={{ href: team, label: "The team" }} weeks={weeks} onWeeks={onWeeks}>
        <LinkButton look="outline" size="small" href={upload}>
          <Upload aria-hidden className="size-4" />
          Upload a real call
        </LinkButton>
      </Heading>
      <Summary overview={page.overview} idle={[]} weakest={null} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Weakest criteria={page.overview.criteria} />
        <div className="space-y-6">
          <CallList calls={page.calls} nameOf={() => ""} />
          <CallList title="Uploaded calls, in no figure" calls={page.uploads} nameOf={() => ""} />
        </div>
      </div>
    </div>
  );
}
