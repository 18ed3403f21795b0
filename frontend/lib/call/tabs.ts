// Which call is open in which tab of this browser: a question and an answer on a BroadcastChannel.

const CHANNEL = "sparring.calls";
const ANSWER_MS = 200;

type TabMessage = { type: "who" } | { type: "here"; callId: string };

/** Calls open in other tabs, as far as they answer within 200 ms. */
export function callsInOtherTabs(): Promise<string[]> {
  if (typeof BroadcastChannel === "undefined") return Promise.resolve([]);
  const channel = new BroadcastChannel(CHANNEL);
  const calls: string[] = [];
  channel.onmessage = (event: MessageEvent<TabMessage>) => {
    if (event.data.type === "here") calls.push(event.data.callId);
  };
  channel.postMessage({ type: "who" } satisfies TabMessage);
  return new Promise((resolve) =>
    setTimeout(() => {
      channel.close();
      resolve(calls);
    }, ANSWER_MS),
  );
}

/** Answers other tabs for as long as this call is open here; returns how to stop. */
export function announceCall(callId: string): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<TabMessage>) => {
    if (event.data.type === "who") channel.postMessage({ type: "here", callId } satisfies TabMessage);
  };
  return () => channel.close();
}
