import type { Metadata } from "next";
import { Suspense } from "react";
import { UploadDoor } from "@/components/upload/upload-door";

export const metadata: Metadata = { title: "Upload a call" };

export default function UploadPage() {
  return (
    <Suspense>
      <UploadDoor />
    </Suspense>
  );
}
