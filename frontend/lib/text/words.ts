// The pages' own words for what the contract names with codes.

import type { CallStage, Difficulty } from "../api/contract.ts";
import type { CriterionStatus } from "../api/report.ts";

export const DIFFICULTY: Readonly<Record<Difficulty, string>> = {
  easy: "Easy",
  normal: "Normal",
  hard: "Hard",
};

export const ATTEMPT = { private: "Private", counted: "Counted", exam: "Exam" } as const;

export const CALL_TYPE = { inside: "Inquiry call", outside: "Referral call" } as const;

export const STAGE: Readonly<Record<CallStage, string>> = {
  ringing: "Not answered",
  live: "Call is on",
  review: "Waiting for your review",
  written: "With your coach",
  grading: "With your coach",
  graded: "Graded",
  not_gradable: "Not gradable",
  unscored: "No score",
  void: "Does not count",
  failed: "Grading failed",
};

export const STATUS: Readonly<Record<CriterionStatus, string>> = {
  scored: "Scored",
  granted: "Granted",
  excluded: "Left out",
  not_applicable: "Does not apply",
  listen: "Please listen",
  unscored: "Not scored",
};

export const STATUS_MEANING: Readonly<Record<CriterionStatus, string>> = {
  scored: "From what was said or measured on this call.",
  granted: "Could not be observed on a practice call, so its points are given.",
  excluded: "Could not be observed, so it is left out of the sum.",
  not_applicable: "The call gave no occasion for it, so it is left out of the sum.",
  listen: "The deciding words were not heard clearly, so no points were taken.",
  unscored: "No verified words support a level, so it is left out of the sum.",
};
