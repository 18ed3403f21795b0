// What still stands between a rep and the call, in the order in which the page asks for it.

export interface Readiness {
  consent: boolean;
  spoken: boolean;
  microphoneOpen: boolean;
  speechReady: boolean; // both engines are up
}

/** The one thing to do next; empty when the call can start. */
export function nextToDo({ consent, spoken, microphoneOpen, speechReady }: Readiness): string {
  if (!consent) return "Read and accept what is kept to start.";
  if (!spoken) return "";
  if (!microphoneOpen) return "Check your microphone to start, or type instead.";
  return speechReady ? "" : "You can start once speech has loaded, or type instead.";
}
