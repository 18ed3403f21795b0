// The call's WebSocket: joins with a ticket, notices silence, joins again with the next ticket, gives up in time.
// In: server messages as text. Out: CallEvents for the machine, answers for the voice.

import type { CallEvent } from "./machine.ts";
import { parseServerMessage, type ClientMessage, type ServerMessage } from "./messages.ts";

export const SILENCE_MS = 3_000; // the server's heart beats each second
export const GIVE_UP_MS = 20_000; // the server keeps a call this long for its rep to come back
const RETRY_MS = 750;
const NO_WAY_BACK =
  "The connection to Sparring was lost and could not be made again. What was said so far is kept: look for this call under “Your calls”.";

export interface Socket {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onclose: ((event: never) => void) | null;
  send(data: string): void;
  close(): void;
}

interface LinkParts {
  openSocket: () => Socket;
  onEvent: (event: CallEvent) => void;
  keepTicket: (ticket: string) => void;
  now: () => number; // milliseconds
}

/** Errors of the join itself: no second try with the same ticket can succeed. */
const HOPELESS: ReadonlySet<string> = new Set(["ticket_rejected", "not_found"]);

export class CallLink {
  private readonly parts: LinkParts;
  private ticket: string;
  private socket: Socket | null = null;
  private joined = false;
  private closed = false;
  private hangsUp = false; // the rep has hung up, and nobody has answered that yet
  private lostAtMs: number | null = null;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private answer: ((sdp: string) => void) | null = null;

  constructor(ticket: string, parts: LinkParts) {
    this.ticket = ticket;
    this.parts = parts;
  }

  open(): void {
    const socket = this.parts.openSocket();
    this.socket = socket;
    this.joined = false;
    socket.onopen = () => socket.send(JSON.stringify({ type: "join", ticket: this.ticket }));
    socket.onmessage = (event) => socket === this.socket && this.receive(parseServerMessage(event.data));
    socket.onclose = () => socket === this.socket && this.lose();
    this.listen();
  }

  /** What cannot be sent now is not kept, but for the wish to hang up: a process may die with it, or be away. */
  send(message: ClientMessage): boolean {
    this.hangsUp ||= message.type === "hang_up";
    if (!this.joined || this.socket === null) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** The next ticket, from a way in that gives it before the call answers. */
  renew(ticket: string): void {
    this.ticket = ticket;
    this.parts.keepTicket(ticket);
  }

  /** Sends an offer; resolves with the answer's SDP. */
  exchange(sdp: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      if (!this.send({ type: "offer", sdp })) reject(new Error("not joined"));
    });
  }

  close(): void {
    this.closed = true;
    this.drop();
    clearTimeout(this.retry);
  }

  private receive(message: ServerMessage | null): void {
    this.listen();
    if (message === null) return;
    if (message.type === "joined") this.enter(message.resume_ticket);
    if (message.type === "ended") this.hangsUp = false;
    if (message.type === "answer") this.answer?.(message.sdp);
    if (message.type === "replaced" || message.type === "written") this.close();
    if (message.type === "error" && !this.joined && HOPELESS.has(message.code)) {
      this.giveUp(message.sentence);
    } else if (message.type === "error" && !this.joined && message.code === "call_over") {
      this.close();
      this.parts.onEvent({ type: "server", message: { type: "written" } }); // a page that comes back after the review
    } else if (message.type !== "error" || this.joined) {
      this.parts.onEvent({ type: "server", message });
    }
  }

  private enter(resumeTicket: string): void {
    this.joined = true;
    this.lostAtMs = null;
    this.renew(resumeTicket);
    if (this.hangsUp) this.send({ type: "hang_up" });
  }

  private listen(): void {
    clearTimeout(this.silence);
    if (!this.closed) this.silence = setTimeout(() => this.lose(), SILENCE_MS);
  }

  private lose(): void {
    if (this.closed) return;
    this.drop();
    this.lostAtMs ??= this.parts.now();
    if (this.parts.now() - this.lostAtMs > GIVE_UP_MS) return this.giveUp(NO_WAY_BACK);
    this.parts.onEvent({ type: "link_lost" });
    this.retry = setTimeout(() => this.open(), RETRY_MS);
  }

  private giveUp(sentence: string): void {
    this.close();
    this.parts.onEvent({ type: "link_gone", sentence });
  }

  private drop(): void {
    clearTimeout(this.silence);
    const socket = this.socket;
    this.socket = null;
    this.joined = false;
    socket?.close();
  }
}
