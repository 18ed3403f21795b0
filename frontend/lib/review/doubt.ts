// Which words of a turn the recogniser was unsure of. Pure.

import type { Word } from "../api/contract.ts";

const DOUBTFUL_BELOW = 0.6;

interface DoubtPiece {
  text: string;
  doubtful: boolean;
}

interface Heard {
  text: string;
  unsure?: boolean;
  confidence: number | null;
  words?: readonly Word[];
}

export const isDoubtful = (turn: Heard): boolean =>
  turn.unsure === true || (turn.confidence !== null && turn.confidence < DOUBTFUL_BELOW);

/** The text in order, in pieces; without word probabilities the whole turn is one piece. */
export function doubtPieces(turn: Heard): DoubtPiece[] {
  const pieces: DoubtPiece[] = [];
  let shown = 0; // text given so far
  let read = 0; // text looked through so far: a word is looked for after the one before it
  for (const word of turn.words ?? []) {
    const heard = word.text.trim();
    const found = turn.text.indexOf(heard, read);
    if (found < 0) continue;
    read = found + heard.length;
    if (word.probability >= DOUBTFUL_BELOW) continue;
    if (found > shown) pieces.push({ text: turn.text.slice(shown, found), doubtful: false });
    pieces.push({ text: heard, doubtful: true });
    shown = read;
  }
  const whole = pieces.length === 0 && !turn.words?.length && isDoubtful(turn);
  if (shown < turn.text.length) pieces.push({ text: turn.text.slice(shown), doubtful: whole });
  return pieces;
}
