import { LoaderCircle } from "lucide-react";
import { Button } from "./button";
import { Notice } from "./notice";

/** What stands in for content that is not there yet, or that could not be had. */
export function Loading({ what, sentence, reload }: { what: string; sentence: string; reload: () => void }) {
  if (sentence) {
    return (
      <Notice
        tone="bad"
        actions={
          <Button look="outline" size="small" onClick={reload}>
            Try again
          </Button>
        }
      >
        {sentence}
      </Notice>
    );
  }
  return <OnItsWay what={what} />;
}

/** The same while not even the program that asks for it is there: part of the file, so that nobody sees a blank page. */
export function OnItsWay({ what }: { what: string }) {
  return (
    <p role="status" className="flex items-center gap-2 py-6 text-muted">
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
      Loading {what}…
    </p>
  );
}
