// The documents the server sends, as it names them. One type for each; nothing here is computed.
// Times ending in _ms are milliseconds on the call's audio clock, zero at pick-up.

export type Difficulty = "easy" | "normal" | "hard";
export type Channel = "voice" | "typed";
export type AttemptKind = "private" | "counted" | "exam";
export type Ring = "incoming" | "outgoing";
export type SpeakerName = "rep" | "buyer";

export interface Me {
  rep_id: string;
  name: string;
  email: string;
  signed_in: boolean; // known in every browser
}

export interface EnginePart {
  name: string;
  state: "loading" | "ready" | "failed";
  progress: number; // 0..1
  sentence: string;
}

export interface Engines {
  transport: string;
  hearing: EnginePart;
  voice: EnginePart;
  buyer: { name: string };
  outside: ("hearing" | "buyer" | "voice")[]; // done by a service elsewhere
}

export interface PersonaCard {
  id: string;
  version: number;
  name: string;
  role: string;
  summary: string;
  situation: string;
  goal: string;
  agency: string;
  call_direction: "buyer_calls" | "rep_calls";
  call_type: "inside" | "outside";
  difficulty: Difficulty;
  difficulties: Difficulty[];
  gender: "female" | "male";
  rubric_id: string;
  hints: string[];
}

interface RubricCriterion {
  id: string;
  title: string;
  points: number;
  check: string;
  observable: boolean; // judged from quoted words; otherwise measured on the call
}

export interface RubricCategory {
  id: string;
  title: string;
  points: number;
  criteria: RubricCriterion[];
}

export interface Rubric {
  id: string;
  version: number;
  title: string;
  points: number;
  pass_score: number;
  categories: RubricCategory[];
  red_lines: { id: string; title: string }[];
}

export interface CallOrder {
  persona_id: string;
  difficulty: Difficulty;
  channel: Channel;
  attempt: AttemptKind;
  exam?: string; // the one that a manager set, with this buyer and as hard as it says
  consent: true;
}

/** An exam that a manager set for a location. */
export interface Exam {
  exam_id: string;
  location_id: string;
  persona_id: string;
  persona_name: string;
  difficulty: Difficulty;
  set_at: string;
  last_day: string; // ISO date; empty: it can be sat for ever
  over: boolean;
}

export interface RetakeOrder {
  turn: number;
  channel: Channel;
  consent: true;
}

export interface CallPlaced {
  call_id: string;
  ticket: string;
  ticket_expires_s: number;
  ring: Ring;
  transport: Transport;
}

/** How a spoken call's sound travels: straight to the server, or through a room of a media server. */
export type Transport = "direct" | "room";

/** The way into a room, and the ticket for the next time. */
export interface RoomEntry {
  url: string;
  token: string;
  resume_ticket: string;
}

export type CallStage =
  | "ringing"
  | "live"
  | "review"
  | "written"
  | "grading"
  | "graded"
  | "not_gradable"
  | "unscored"
  | "void"
  | "failed";

export type UploadedBy = "rep" | "manager";

export interface RubricTitle {
  id: string;
  title: string;
  call_type: "inside" | "outside";
  points: number;
}

/** Somebody who speaks in a text: how often, and the first thing they say. */
interface UploadSpeaker {
  name: string;
  turns: number;
  first: string;
}

/** Whom the labels of a text say to be the rep. `label`: the one that says so, the rep's own or the customer's. */
export interface RepByLabel {
  name: string;
  label: string;
}

/** What the server makes of a text. */
export interface UploadReading {
  form: "text" | "webvtt" | "json";
  turns: number;
  speakers: UploadSpeaker[];
  rep_by_label: RepByLabel | null;
}

export interface UploadOrder {
  text: string;
  rubric_id: string;
  rep_speaker: string;
  held_on: string | null; // a day, as 2026-11-25
  consent: true;
}

/** What a coach said last: to what the rep sees otherwise, or as a level of their own. */
export interface Answered {
  criterion: string;
  at: string;
  to: "appeal" | "level";
}

export interface CallSummary {
  call_id: string;
  persona_id: string;
  persona_name: string;
  started_at: string;
  call_type: "inside" | "outside";
  attempt: AttemptKind;
  uploaded_by: UploadedBy | null; // null: a call with a buyer of ours
  fork_of: string | null; // the call of which this one is a moment taken again
  state: CallStage;
  score: number | null;
  passed: boolean | null;
  reason: string | null;
  answered: Answered | null;
}

export interface CoachStep {
  id: "written" | "received" | "evidence" | "scored" | "reported";
  state: "waiting" | "running" | "done" | "failed";
  sentence: string;
}

export interface CallProgress {
  call_id: string;
  persona_id: string;
  state: CallStage;
  steps: CoachStep[];
}

export interface Word {
  text: string;
  start_ms: number;
  probability: number; // 0..1
}
