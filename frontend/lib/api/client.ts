// Every request the pages make to the server, typed. A failure is one ApiError with a sentence to show as it is.

import type {
  CallOrder,
  CallPlaced,
  RoomEntry,
  CallProgress,
  CallSummary,
  Engines,
  Exam,
  Me,
  PersonaCard,
  RetakeOrder,
  Rubric,
  RubricTitle,
  UploadOrder,
  UploadReading,
} from "./contract.ts";
import type { Appeal, Report } from "./report.ts";
import { sharing } from "./sharing.ts";
import type {
  AnswerOrder,
  ExamList,
  ExamOrder,
  ExamPage,
  Network,
  OpenAppeal,
  OverrideOrder,
  RepPage,
  RubricLevel,
  SkillGrid,
  Team,
  TeamCallProgress,
  TeamRubric,
  WeeksShown,
} from "./team.ts";

const SERVER_GONE =
  "Sparring is not answering. Check that it is still running on this computer, then try again.";
const NO_SENTENCE = "Sparring could not do this. Try again in a moment.";

export class ApiError extends Error {
  readonly code: string;
  readonly status: number; // 0: no answer at all

  constructor(code: string, sentence: string, status: number) {
    super(sentence);
    this.code = code;
    this.status = status;
  }
}

/** The sentence to show for anything thrown by this module. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.message : NO_SENTENCE;
}

export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const error = (body as { error?: { code?: unknown; sentence?: unknown } } | null)?.error;
  const code = typeof error?.code === "string" ? error.code : "unreadable";
  const sentence = typeof error?.sentence === "string" ? error.sentence : NO_SENTENCE;
  return new ApiError(code, sentence, response.status);
}

async function request(method: string, path: string, body?: unknown): Promise<Response> {
  const init: RequestInit = { method, credentials: "same-origin" };
  if (body !== undefined) {
    init.headers = { "content-type": "application/json" };
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init).catch(() => {
    throw new ApiError("server_gone", SERVER_GONE, 0);
  });
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await request(method, path, body);
  return (await response.json()) as T;
}

let known: Promise<Me> | null = null;

/** The first visit makes an account, and every other request about a rep needs it: asked once for each page load. */
function signedIn(): Promise<Me> {
  known ??= json<Me>("GET", "/api/me").catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
}

async function own<T>(method: string, path: string, body?: unknown): Promise<T> {
  await signedIn();
  return json<T>(method, path, body);
}

const call = (id: string) => `/api/calls/${encodeURIComponent(id)}`;
const at = (location: string) => (location ? `?location=${encodeURIComponent(location)}` : "");

export const getMe = signedIn;
export async function putMe(me: Pick<Me, "name" | "email">): Promise<Me> {
  known = Promise.resolve(await own<Me>("PUT", "/api/me", me));
  return known;
}
/** To be typed in another browser. */
export const getBrowserCode = () => own<{ code: string }>("POST", "/api/me/code");
/** Be whoever got this code in another browser. */
export const comeAlong = (code: string) => json<Me>("POST", "/api/me/browser", { code });
export const getEngines = () => json<Engines>("GET", "/api/engines");
export const getPersonas = sharing(
  async () => (await json<{ personas: PersonaCard[] }>("GET", "/api/personas")).personas,
);
export const getRubric = (id: string) => json<Rubric>("GET", `/api/rubrics/${encodeURIComponent(id)}`);
export const getRubrics = async () => (await json<{ rubrics: RubricTitle[] }>("GET", "/api/rubrics")).rubrics;
export const getCalls = sharing(async () => (await own<{ calls: CallSummary[] }>("GET", "/api/calls")).calls);
/** What the link to an exam asks a rep to sit. */
export const getExam = (id: string) => own<Exam>("GET", `/api/exams/${encodeURIComponent(id)}`);
/** What a rep is asked to sit and has not. */
export const getExamsToSit = () => own<Exam[]>("GET", "/api/exams");
export const placeCall = (order: CallOrder) => own<CallPlaced>("POST", "/api/calls", order);
export const placeRetake = (id: string, order: RetakeOrder) =>
  own<CallPlaced>("POST", `${call(id)}/retakes`, order);
export const enterRoom = (id: string, ticket: string) =>
  own<RoomEntry>("POST", `${call(id)}/room`, { ticket });
export const getCall = (id: string) => own<CallProgress>("GET", call(id));
export const getReport = (id: string) => own<Report>("GET", `${call(id)}/report`);
export const readUpload = (text: string) => own<UploadReading>("POST", "/api/uploads/reading", { text });
/** `rep` and `location`: whose call a manager hands in; without a rep it is one's own. */
export const uploadCall = (order: UploadOrder, rep: string, location: string) =>
  own<{ call_id: string }>(
    "POST",
    rep ? `/api/team/reps/${encodeURIComponent(rep)}/uploads${at(location)}` : "/api/uploads",
    order,
  );
export const deleteCall = async (id: string): Promise<void> => {
  await signedIn();
  await request("DELETE", call(id));
};

export const getShared = async (id: string) =>
  (await own<{ shared: boolean }>("GET", `${call(id)}/share`)).shared;
export const putShared = async (id: string, shared: boolean) =>
  (await own<{ shared: boolean }>("PUT", `${call(id)}/share`, { shared })).shared;

/** Every rubric with its categories and the kind of call it is for. */
export const getTeamRubrics = async (): Promise<TeamRubric[]> =>
  Promise.all(
    (await getRubrics()).map(async ({ id, call_type }) => ({ ...(await getRubric(id)), call_type })),
  );

const period = (weeks: WeeksShown, location: string) =>
  `?weeks=${weeks}${location ? `&location=${encodeURIComponent(location)}` : ""}`;

export const signInManager = async (key: string): Promise<void> =>
  void (await request("POST", "/api/team/sign-in", { key }));
export const getTeam = (weeks: WeeksShown, location: string) =>
  json<Team>("GET", `/api/team${period(weeks, location)}`);
/** Where the calls behind these figures are to be had for a spreadsheet. */
export const tableHref = (weeks: WeeksShown, location: string) =>
  `/api/team/calls.csv${period(weeks, location)}`;
export const getNetwork = (weeks: WeeksShown) => json<Network>("GET", `/api/team/network?weeks=${weeks}`);
/** Some locations by skill, as many as a page shows: at most 20. */
export const getPlacesBySkill = (places: string[], weeks: WeeksShown) =>
  json<SkillGrid[]>(
    "GET",
    `/api/team/network/skills?${new URLSearchParams([["weeks", weeks], ...places.map((place) => ["location", place])]).toString()}`,
  );
export const getRep = (id: string, weeks: WeeksShown, location: string) =>
  json<RepPage>("GET", `/api/team/reps/${encodeURIComponent(id)}${period(weeks, location)}`);
/** A page of them, the newest first. `olderThan`: the last one of the page before. */
export const getExams = (location: string, olderThan = "") => {
  const query = new URLSearchParams({
    ...(location && { location }),
    ...(olderThan && { older_than: olderThan }),
  });
  return json<ExamList>("GET", `/api/team/exams?${query.toString()}`);
};
export const getExamPage = (id: string) => json<ExamPage>("GET", `/api/team/exams/${encodeURIComponent(id)}`);
export const postExam = (order: ExamOrder, location: string) =>
  json<Exam>("POST", `/api/team/exams${at(location)}`, order);
export const putExamEnd = (id: string, closes_at: string | null) =>
  json<Exam>("PUT", `/api/team/exams/${encodeURIComponent(id)}/end`, { closes_at });
/** `east_min`: how far east of UTC the reader is. */
export const endExamNow = (id: string, east_min: number) =>
  json<Exam>("POST", `/api/team/exams/${encodeURIComponent(id)}/end`, { east_min });
export const getTeamCall = (id: string) =>
  json<TeamCallProgress>("GET", `/api/team/calls/${encodeURIComponent(id)}`);
export const getTeamReport = (id: string) =>
  json<Report>("GET", `/api/team/calls/${encodeURIComponent(id)}/report`);
/** By criterion: what a coach can choose from. */
export const getLevels = async (id: string) =>
  (
    await json<{ levels: Record<string, RubricLevel[]> }>(
      "GET",
      `/api/team/calls/${encodeURIComponent(id)}/levels`,
    )
  ).levels;
export const postOverride = (id: string, order: OverrideOrder) =>
  json<{ score: number | null }>("POST", `/api/team/calls/${encodeURIComponent(id)}/overrides`, order);

export const postAppeal = (id: string, criterion: string, why: string) =>
  own<Appeal>("POST", `${call(id)}/appeals`, { criterion, why });
export const deleteAppeal = async (id: string, criterion: string): Promise<void> => {
  await signedIn();
  await request("DELETE", `${call(id)}/appeals/${encodeURIComponent(criterion)}`);
};
export const getOpenAppeals = (location: string) =>
  json<OpenAppeal[]>("GET", `/api/team/appeals${at(location)}`);
export const postStands = (id: string, criterion: string, order: AnswerOrder) =>
  json<Appeal>(
    "POST",
    `/api/team/calls/${encodeURIComponent(id)}/appeals/${encodeURIComponent(criterion)}/stands`,
    order,
  );

/** Tells the server that the rep is leaving, from a page that is going away. */
export function sayBye(id: string, ticket: string): void {
  navigator.sendBeacon(`${call(id)}/bye`, ticket);
}

export function liveUrl(id: string, page: Location): string {
  return `${page.protocol === "https:" ? "wss" : "ws"}://${page.host}${call(id)}/live`;
}
