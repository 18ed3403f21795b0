// The report: a finished call's transcript and scorecard joined by the server. Offsets count characters (code points).

import type { AttemptKind, Channel, Difficulty, SpeakerName, UploadedBy, Word } from "./contract.ts";

export interface Evidence {
  turn: number;
  quote: string;
  start: number;
  end: number;
  at_ms: number;
  repaired: boolean;
}

export type CriterionStatus = "scored" | "granted" | "excluded" | "not_applicable" | "listen" | "unscored";

export interface CriterionResult {
  id: string;
  category: string;
  title: string;
  status: CriterionStatus;
  level: string | null;
  level_title: string | null;
  next_level_check: string | null;
  turn: number | null; // where points were lost: in which it was said or due
  points: number | null;
  max_points: number;
  evidence: Evidence[];
  rationale: string;
  withheld: string | null;
  agreement: number | null; // 0..1
  disputed: boolean;
  override: CoachOverride | null;
  appeal: Appeal | null;
}

/** Why the rep sees a criterion otherwise; it never moves the grade. */
export interface Appeal {
  why: string;
  at: string;
  answer: AppealAnswer | null; // null: nobody has answered
}

interface AppealAnswer {
  outcome: "stands" | "overridden";
  reason: string;
  by: string;
  at: string;
}

/** A coach's own level for one criterion; the grade beside it stays as it is. */
interface CoachOverride {
  level: string;
  level_title: string;
  points: number;
  reason: string;
  by: string;
  at: string;
}

/** 19 of 20 calls scored by people lay within `plus_minus` of this grader's score. */
interface ErrorBar {
  plus_minus: number;
  low: number;
  high: number;
  calls: number;
  raters: number;
  scored_by: string;
}

export interface CategoryResult {
  id: string;
  title: string;
  points: number;
  max_points: number;
  criteria: CriterionResult[];
}

interface RedLine {
  id: string;
  title: string;
  evidence: Evidence;
}

export interface Totals {
  scored_points: number;
  granted_points: number;
  excluded_points: number;
  unscored_points: number;
  applicable_points: number;
  rubric_points: number;
  score: number; // 0..100
}

export interface Delivery {
  talk_share: number | null; // 0..1
  longest_monologue_s: number | null;
  pace_wpm: number | null;
  questions: number;
  open_questions: number;
  fillers_per_100_words: number | null;
  patience_ms: number | null;
  interruptions: number;
}

export interface Advice {
  criterion: string;
  what: string;
  instead_of: Evidence | null;
  better: string;
  turn: number | null;
}

export interface FactResult {
  id: string;
  text: string;
  hidden: boolean;
  earned: boolean;
  turn: number | null;
  earned_by: Evidence | null; // the rep's question
  told: Evidence | null; // the buyer's answer
  dodged: Evidence | null; // the rep's question, before the buyer trusted them with the answer
  question: string;
}

export interface Outcome {
  status: CriterionStatus;
  points: number | null;
  evidence: Evidence[];
  level_title: string | null;
}

export interface CriterionCompared {
  id: string;
  title: string;
  max_points: number;
  before: Outcome;
  after: Outcome;
}

/** This call is a moment of another one taken again. */
export interface Branch {
  call_id: string; // the first time
  turn: number;
  at_ms: number;
  before_score: number | null;
  after_score: number | null;
  before_turns: ReportTurn[];
  after_turns: ReportTurn[];
  criteria: CriterionCompared[];
}

export interface Retake {
  call_id: string;
  turn: number;
  status: "graded" | "not_gradable" | "unscored" | "void";
  score: number | null;
  criteria: CriterionCompared[];
}

/** Earlier calls of the rep with this buyer, by the same rubric and grader. */
export interface Progress {
  earlier: { call_id: string; graded_at: string; score: number }[]; // the oldest first; one at least
  criteria: CriterionCompared[]; // otherwise than on the last of them, the largest gain first
}

export interface PracticeCall {
  call_id: string;
  buyer: string;
  graded_at: string;
  score: number;
}

export interface CriterionBesidePractice {
  id: string;
  title: string;
  max_points: number;
  uploaded: Outcome;
  latest: Outcome;
  best: Outcome | null; // null: the latest is the best
  differs: boolean;
}

/** An uploaded call beside the rep's practice by the same rubric version; what differs most comes first. */
export interface PracticeBeside {
  latest: PracticeCall;
  best: PracticeCall | null;
  criteria: CriterionBesidePractice[];
}

interface ActorFinding {
  fault: string;
  evidence: Evidence;
  sentence: string;
}

export interface TurnLatency {
  endpointing_ms: number | null;
  hearing_ms: number | null;
  mind_ms: number | null;
  voice_ms: number | null;
  handover_ms: number | null;
  server_ms: number | null;
  glass_to_glass_ms: number | null;
  link?: { jitter_buffer_ms: number | null; round_trip_ms: number | null; lost: number | null } | null;
}

export interface ReportTurn {
  index: number;
  speaker: SpeakerName;
  text: string;
  start_ms: number;
  end_ms: number;
  channel: Channel;
  interrupted: boolean;
  confidence: number | null; // 0..1
  words?: Word[];
  corrected_from: string | null;
  latency: TurnLatency | null;
}

export interface Spread {
  p50: number;
  p95: number;
  n: number;
}

/** The way of the buyer's sound to the page, by the browser's own statistics. */
export interface LinkShown {
  jitter_buffer_ms: Spread | null;
  round_trip_ms: Spread | null;
  lost_percent: number | null;
}

export interface Report {
  call_id: string;
  status: "graded" | "not_gradable" | "unscored" | "void";
  reason: string | null;
  persona: { id: string; name: string; role: string };
  rubric: { id: string; version: number; title: string };
  started_at: string;
  duration_ms: number;
  attempt: AttemptKind;
  difficulty: Difficulty;
  score: number | null;
  passed: boolean | null;
  pass_score: number;
  totals: Totals | null;
  error_bar: ErrorBar | null;
  coach_score: number | null;
  categories: CategoryResult[];
  red_lines: RedLine[];
  flags: string[];
  actor: ActorFinding[];
  strengths: string[];
  fix_first: Advice | null;
  next_up: Advice[];
  try_persona: { id: string; name: string } | null;
  delivery: Delivery;
  facts: FactResult[];
  fork_of: string | null;
  fork_turn: number | null;
  branch: Branch | null;
  retakes: Retake[];
  upload: { by: UploadedBy; form: string; held_on: string | null } | null; // null: a call with a buyer of ours
  progress: Progress | null;
  practice: PracticeBeside | null;
  turns: ReportTurn[];
  latency: { glass_to_glass_ms: Spread | null; stages: Record<string, Spread>; link: LinkShown | null };
  grader: { name: string; version: string; model: string | null };
  judged: string[];
  worded: string[];
  ending: { by: string; complete: boolean; reason: string };
  engines: { transport: string; hearing: string; buyer: string; voice: string };
}
