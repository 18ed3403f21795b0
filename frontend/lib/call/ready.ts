// What still stands between a rep and the call, in the order in which the page asks for it.

export interface Readiness {
  consent: boolean;
  named: boolean; // whoever set the exam looks for a name
  spoken: boolean;
  microphoneOpen: boolean;
  speechReady: boolean; // both engines are up
}

/** The one thing to do next; empty when the call can start. */
export function nextToDo({ consent, named, spoken, microphoneOpen, speechReady }: Readiness): string {
  if (!consent) return "Tick the box under “Before you start” to go on.";
  if (!named) return "Enter your name: your manager looks for it.";
  if (!spoken) return "";
  if (!microphoneOpen) return "Check your microphone to start, or type instead.";
  return speechReady ? "" : "You can start once speech has loaded, or type instead.";
}
