// What still stands between a real call and the coach, in the order in which the page asks for it.

/** The one thing to do next; empty when the call can be handed in. */
export function nextToHandIn(has: { read: boolean; speakerKnown: boolean; agreed: boolean }): string {
  if (!has.read) return "First choose a file or paste what was said.";
  if (!has.speakerKnown) return "Say which of the speakers is the rep.";
  return has.agreed ? "" : "Tick the box above to go on.";
}
