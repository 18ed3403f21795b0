// The page's one AudioContext: ring, level meter and latency all live on its clock.

let shared: AudioContext | null = null;

export function audioContext(): AudioContext {
  shared ??= new AudioContext({ latencyHint: "interactive" });
  if (shared.state === "suspended") void shared.resume();
  return shared;
}
