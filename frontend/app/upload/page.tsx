import type { Metadata } from "next";
import { Suspense } from "react";
import { UploadDoor } from "@/components/upload/upload-door";
import { OnItsWay } from "@/components/ui/loading";
import { Page } from "@/components/ui/page";

export const metadata: Metadata = { title: "Upload a call" };

export default function UploadPage() {
  return (
    <Suspense
      fallback={
        <Page>
          <OnItsWay what="the page" />
        </Page>
      }
    >
      <UploadDoor />
    </Suspense>
  );
}
