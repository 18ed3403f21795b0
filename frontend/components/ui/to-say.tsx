import { piecesOf } from "@/lib/text/blanks";

/** A sentence to say; what only the rep can fill in stands out from what is said as it is. */
export function ToSay({ sentence }: { sentence: string }) {
  return (
    <>
      “
      {piecesOf(sentence).map(({ text, blank }, place) =>
        blank ? (
          <span
            key={place}
            title="For you to fill in"
            className="rounded border-b-2 border-dashed border-accent bg-surface px-1.5 font-normal text-muted italic"
          >
            <span className="sr-only">your own words: </span>
            {text}
          </span>
        ) : (
          <span key={place}>{text}</span>
        ),
      )}
      ”
    </>
  );
}
