// A call's messages through a LiveKit room, in the shape of the socket that a CallLink speaks through. Each one enters
// the room anew; a worker that died in the meantime is replaced by the server when it is asked for the way in.
// In: the call's events as text streams. Out: the page's commands, the same way.

import type { Room } from "livekit-client";
import type { RoomEntry } from "../api/contract.ts";
import type { Socket } from "../call/link.ts";

const EVENTS_TOPIC = "sparring.events";
const COMMANDS_TOPIC = "sparring.commands";
const ANSWERED_WITHIN_MS = 12_000; // a worker's process takes one to three seconds when it is warm
const ASK_EVERY_MS = 500;
const REPLACED = "This call is now open in another tab. Go on there, or reload to take it back.";

interface RoomParts {
  enter: (ticket: string) => Promise<RoomEntry>; // rejects with {code, sentence}
  makeRoom: () => Promise<Room>;
  onTicket: (ticket: string) => void;
  onRoom: (room: Room | null) => void;
}

interface Failure {
  code?: unknown;
  sentence?: unknown;
}

/** LiveKit's DisconnectReason.DUPLICATE_IDENTITY: the same rep has joined from another tab. */
const DUPLICATE_IDENTITY = 2;

export class RoomSocket implements Socket {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  private readonly parts: RoomParts;
  private room: Room | null = null;
  private resumeTicket = "";
  private answered = false;
  private closed = false;
  private asking: ReturnType<typeof setInterval> | undefined;

  constructor(parts: RoomParts) {
    this.parts = parts;
    setTimeout(() => (this.onopen as (() => void) | null)?.(), 0);
  }

  send(data: string): void {
    const message = JSON.parse(data) as { type: string; ticket?: string };
    if (message.type === "join") void this.join(message.ticket ?? "");
    else void this.tell(data);
  }

  close(): void {
    this.closed = true;
    clearInterval(this.asking);
    const room = this.room;
    this.room = null;
    if (room === null) return;
    this.parts.onRoom(null);
    void room.disconnect();
  }

  private async join(ticket: string): Promise<void> {
    this.askUntilAnswered();
    try {
      const entry = await this.parts.enter(ticket);
      this.resumeTicket = entry.resume_ticket;
      this.parts.onTicket(entry.resume_ticket);
      await this.connect(entry);
    } catch (error) {
      this.fail(error as Failure);
    }
  }

  private async connect(entry: RoomEntry): Promise<void> {
    const room = await this.parts.makeRoom();
    if (this.closed) return;
    this.room = room;
    room.registerTextStreamHandler(
      EVENTS_TOPIC,
      (reader) => void reader.readAll().then((text) => this.hear(text)),
    );
    room.on("disconnected", (reason) => this.lose(room, reason));
    await room.connect(entry.url, entry.token);
    if (!this.closed) this.parts.onRoom(room);
  }

  /** The worker may still be on its way: it is asked again until it lets the page in, and the link is kept from waiting. */
  private askUntilAnswered(): void {
    const beganMs = Date.now();
    this.asking = setInterval(() => {
      if (this.answered || this.closed || Date.now() - beganMs > ANSWERED_WITHIN_MS)
        return clearInterval(this.asking);
      this.says({ type: "heartbeat" });
      void this.tell(JSON.stringify({ type: "join", ticket: "" }));
    }, ASK_EVERY_MS);
  }

  private async tell(data: string): Promise<void> {
    const room = this.room;
    if (room === null || room.state !== "connected") return;
    await room.localParticipant.sendText(data, { topic: COMMANDS_TOPIC }).catch(() => undefined);
  }

  private hear(text: string): void {
    const message = JSON.parse(text) as { type: string };
    // only this lets the page in: a heartbeat that arrived says nothing of a welcome that was lost
    this.answered ||= message.type === "joined";
    this.says(message.type === "joined" ? { ...message, resume_ticket: this.resumeTicket } : message);
  }

  private lose(room: Room, reason: number | undefined): void {
    if (this.room !== room) return;
    if (reason === DUPLICATE_IDENTITY) this.says({ type: "replaced", sentence: REPLACED });
    else this.end();
  }

  private fail({ code, sentence }: Failure): void {
    if (this.closed) return;
    if (typeof code === "string" && typeof sentence === "string" && this.room === null)
      this.says({ type: "error", code, sentence });
    this.end();
  }

  private end(): void {
    if (!this.closed) (this.onclose as (() => void) | null)?.();
  }

  private says(message: object): void {
    if (!this.closed) this.onmessage?.({ data: JSON.stringify(message) } as MessageEvent<unknown>);
  }
}
