"use client";
// What can be done with a report: practise again, show it to one's manager, copy its link, print it, delete the call.

import { Eye, Printer, RotateCcw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { deleteCall, putShared, sentenceOf } from "@/lib/api/client";
import type { Report } from "@/lib/api/report";
import type { Resource } from "@/lib/react/use-resource";
import { isPrivate } from "./use-readable";

function DeleteCall({ report: { call_id: callId, attempt } }: Pick<ReportActionsProps, "report">) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [sentence, setSentence] = useState("");
  const remove = async () => {
    try {
      await deleteCall(callId);
      router.replace("/");
    } catch (error) {
      setSentence(sentenceOf(error));
    }
  };
  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-label="Delete this call"
        onClick={() => dialog.current?.showModal()}
      >
        <Trash2 aria-hidden className="size-4" />
      </Button>
      <Dialog ref={dialog} label="Delete this call">
        <h2 className="text-lg font-semibold">Delete this call?</h2>
        <p className="mt-2 mb-5 leading-relaxed text-muted">
          What was said, the score and this report will be gone. This cannot be undone.
          {attempt === "exam" &&
            " If your manager set this exam, you have sat it all the same: they see that you deleted it, and when."}
        </p>
        {sentence && <Notice tone="bad">{sentence}</Notice>}
        <div className="mt-4 flex justify-end gap-2">
          <Button look="quiet" onClick={() => dialog.current?.close()}>
            Keep it
          </Button>
          <Button look="danger" onClick={() => void remove()}>
            Delete
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function Share({ callId, readable }: { callId: string; readable: Resource<boolean> }) {
  const { data, reload } = readable;
  if (data === null) return null;
  const change = () => void putShared(callId, !data).then(reload, reload);
  return (
    <Button look="outline" size="small" aria-pressed={data} onClick={change}>
      <Eye aria-hidden className="size-4" />
      {data ? "Your manager can read it" : "Let my manager read it"}
    </Button>
  );
}

interface ReportActionsProps {
  report: Report;
  own: boolean;
  readable: Resource<boolean>; // whether a manager may read it
}

export function ReportActions({ report, own, readable }: ReportActionsProps) {
  return (
    <div className="screen-only flex flex-wrap items-center gap-2">
      {own && report.upload === null && (
        <LinkButton size="small" href={`/brief/?persona=${encodeURIComponent(report.persona.id)}`}>
          <RotateCcw aria-hidden className="size-4" />
          Practise again
        </LinkButton>
      )}
      {own && isPrivate(report) && <Share callId={report.call_id} readable={readable} />}
      <CopyLink label="Copy link" />
      <Button look="outline" size="small" onClick={() => window.print()}>
        <Printer aria-hidden className="size-4" />
        Print
      </Button>
      {own && <DeleteCall report={report} />}
    </div>
  );
}
