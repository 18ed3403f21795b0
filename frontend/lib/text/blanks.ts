// Sentences to say have places that only the rep can fill, in parentheses: "I'll come by (when)". Pure.

interface Piece {
  text: string; // without the parentheses
  blank: boolean; // for the rep to fill in
}

export function piecesOf(sentence: string): Piece[] {
  return sentence
    .split(/\(([^()]+)\)/)
    .map((text, place) => ({ text, blank: place % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
