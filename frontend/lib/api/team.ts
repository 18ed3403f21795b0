// What a manager's page gets, as the server names it. Figures are of graded calls that count; nothing is computed here.

import type {
  AttemptKind,
  CallProgress,
  CallStage,
  Difficulty,
  Exam,
  Rubric,
  RubricTitle,
} from "./contract.ts";

export type WeeksShown = "4" | "12" | "26" | "52";

export interface Figure {
  calls: number;
  mean: number; // 0..100
  plus_minus: number | null; // null: the grader's error is not known
  pass_share: number; // 0..1
}

export interface Trend {
  change: number; // points of 100, second half of the period against the first
  plus_minus: number;
  word: "better" | "worse" | "unclear";
}

interface WeekFigure {
  week: string; // its Monday, ISO date
  figure: Figure;
}

export interface CriterionFigure {
  rubric_id: string;
  criterion: string;
  title: string;
  calls: number;
  share: number; // 0..1 of its points
  lost_points: number; // an average call's
}

export interface Overview {
  since: string;
  until: string;
  figure: Figure | null;
  trend: Trend | null;
  weeks: WeekFigure[];
  criteria: CriterionFigure[]; // weakest first
}

export interface RepFigure {
  rep_id: string;
  name: string;
  figure: Figure | null;
  trend: Trend | null;
  last_at: string | null;
}

/** How one stands to all the others: `unclear` while the difference is within the calls' own spread. */
export type Standing = "below" | "above" | "unclear";

interface SkillColumn {
  id: string; // a category of the rubric
  title: string;
  calls: number;
  share: number; // 0..1 of its points
}

export interface SkillCell {
  skill: string;
  calls: number;
  share: number;
  standing: Standing;
}

export interface SkillRow {
  group: string; // a rep, or a location
  calls: number;
  share: number;
  cells: (SkillCell | null)[]; // as the columns; null: no call gave occasion
}

/** Reps, or locations, by skill, for one rubric. */
export interface SkillGrid {
  rubric_id: string;
  skills: SkillColumn[]; // the costliest first
  rows: SkillRow[]; // the lowest share first
}

export interface TeamCall {
  call_id: string;
  rep_id: string;
  rubric_id: string;
  persona_name: string;
  started_at: string;
  call_type: "inside" | "outside";
  attempt: AttemptKind;
  score: number | null;
  passed: boolean | null;
}

/** A call of one rep, with what it earned of each skill that it gave occasion for. */
export interface RepCall extends TeamCall {
  skills: Record<string, { points: number; max_points: number }>;
}

export interface Team {
  location_id: string;
  locations: string[];
  overview: Overview;
  reps: RepFigure[];
  grids: SkillGrid[];
  calls: TeamCall[];
}

export interface LocationFigure {
  location_id: string;
  figure: Figure | null;
  trend: Trend | null;
  members: number;
  practised: number;
}

export interface Network {
  overview: Overview;
  locations: LocationFigure[];
}

export interface RepPage {
  rep_id: string;
  name: string;
  overview: Overview;
  calls: RepCall[];
  uploads: TeamCall[]; // real calls that a manager handed in; they count in no figure
}

/** What a coach can give on one criterion; a check is what must be true of the call. */
export interface RubricLevel {
  id: string;
  title: string;
  points: number;
  check: string;
}

export interface OverrideOrder {
  criterion: string;
  level: string;
  reason: string; // 3 to 500 characters, the rep reads it
  by: string;
}

/** Why what a rep sees otherwise stands as graded. */
export interface AnswerOrder {
  reason: string; // 3 to 500 characters, the rep reads it
  by: string;
}

/** A criterion that a rep sees otherwise, and that nobody has answered yet. */
export interface OpenAppeal {
  call_id: string;
  rep_id: string;
  persona_name: string;
  started_at: string;
  criterion: string;
  title: string;
  turn: number | null; // the rep's turn that it is about
  why: string;
  at: string;
}

/** An exam as a list shows it: how many of the location's reps have a score, and how many passed. */
export interface TeamExam extends Exam {
  members: number;
  sat: number;
  passed: number;
}

/** One page of them. */
export interface ExamList {
  exams: TeamExam[];
  more: boolean; // whether there are older ones
}

/** One call by which an exam was sat. */
export interface Sat {
  call_id: string;
  started_at: string;
  state: CallStage;
  score: number | null;
  plus_minus: number | null;
  passed: boolean | null;
  reason: string | null; // why there is no score
  counts: boolean; // the rep's first with a score, or that they deleted
  other_version: number | null; // of the buyer, where it is not that of the first sitting
}

/** All that is kept of one that its rep deleted. */
export interface Deleted extends Pick<Sat, "call_id" | "started_at" | "counts"> {
  state: "deleted";
  deleted_at: string;
  other_version: null;
}

export type Sitting = Sat | Deleted;

export interface ExamRep {
  rep_id: string;
  name: string;
  sittings: Sitting[]; // oldest first; empty: not begun
}

export interface ExamPage extends TeamExam {
  reps: ExamRep[];
}

/** What a manager sets. `closes_at`: the midnight after the last day, with its offset; null: no last day. */
export interface ExamOrder {
  persona_id: string;
  difficulty: Difficulty;
  closes_at: string | null;
}

/** A rubric as installed, and what kind of call it is for. */
export type TeamRubric = Rubric & Pick<RubricTitle, "call_type">;

/** A call that a manager may read: how far it is, and whose it is. */
export interface TeamCallProgress extends CallProgress {
  rep_id: string;
  rep_name: string;
  location_id: string;
}
