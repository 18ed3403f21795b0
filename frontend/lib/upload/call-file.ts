// A chosen file as the text of a call, or a sentence that says why it is none. Nothing is read that is too large.

const MOST_BYTES = 1_000_000; // as the server: a call of an hour has some 70,000

type Chosen = { text: string; sentence: "" } | { text: null; sentence: string };

const no = (sentence: string): Chosen => ({ text: null, sentence });

export async function callFile(file: Pick<File, "size" | "arrayBuffer">): Promise<Chosen> {
  if (file.size === 0) return no("This file is empty.");
  if (file.size > MOST_BYTES)
    return no(
      `This file has ${megabytes(file.size)} megabytes, and one is the most. The words of an hour’s call are a ` +
        "tenth of that: choose the transcript, not the recording, or a part of it.",
    );
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  if (text === null)
    return no(
      "This file is no text. Where the call was held, have its transcript saved as .vtt, .srt or .txt, or open it and " +
        "paste what was said below.",
    );
  return text.trim() === "" ? no("There is nothing in this file.") : { text, sentence: "" };
}

const megabytes = (bytes: number): string => String(Math.round(bytes / 100_000) / 10);

/** UTF-8, or UTF-16 with its mark, as Windows writes it; null for anything else. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const name =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
