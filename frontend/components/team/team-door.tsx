"use client";
// The way to a team's figures: the manager's key when it is asked for, then the page of a team or of one rep.

import { useCallback, useState } from "react";
import { Loading } from "@/components/ui/loading";
import { Page } from "@/components/ui/page";
import {
  ApiError,
  getExamPage,
  getExams,
  getNetwork,
  getOpenAppeals,
  getRep,
  getTeam,
  getTeamRubrics,
} from "@/lib/api/client";
import type {
  ExamList,
  ExamPage,
  Network,
  OpenAppeal,
  RepPage,
  Team,
  TeamRubric,
  WeeksShown,
} from "@/lib/api/team";
import { useQuery } from "@/lib/react/use-query";
import { useResource } from "@/lib/react/use-resource";
import { ExamView } from "./exam-view";
import { ManagerKey } from "./manager-key";
import { NetworkView } from "./network-view";
import { RepPageView } from "./rep-view";
import { TeamView } from "./team-view";

type Shown =
  | { kind: "team"; team: Team; appeals: OpenAppeal[]; exams: ExamList; rubrics: TeamRubric[] }
  | { kind: "rep"; rep: RepPage; rubrics: TeamRubric[] }
  | { kind: "exam"; page: ExamPage }
  | { kind: "network"; network: Network; rubrics: TeamRubric[] }
  | { kind: "closed"; sentence: string };

interface Wish {
  weeks: WeeksShown;
  location: string;
  rep: string;
  exam: string;
  network: boolean;
}

async function find({ weeks, location, rep, exam, network }: Wish): Promise<Shown> {
  try {
    if (exam) return { kind: "exam", page: await getExamPage(exam) };
    const asked = getTeamRubrics();
    asked.catch(() => undefined); // whichever of the two fails first is told
    if (network) return { kind: "network", network: await getNetwork(weeks), rubrics: await asked };
    if (rep) return { kind: "rep", rep: await getRep(rep, weeks, location), rubrics: await asked };
    const [team, appeals, exams] = await Promise.all([
      getTeam(weeks, location),
      getOpenAppeals(location),
      getExams(location),
    ]);
    return { kind: "team", team, appeals, exams, rubrics: await asked };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return { kind: "closed", sentence: error.message };
    throw error;
  }
}

export function TeamDoor() {
  const [weeks, setWeeks] = useState<WeeksShown>("12");
  const location = useQuery("location");
  const rep = useQuery("rep");
  const exam = useQuery("exam");
  const network = useQuery("view") === "network";
  const load = useCallback(
    () => find({ weeks, location, rep, exam, network }),
    [weeks, location, rep, exam, network],
  );
  const { data, sentence, reload } = useResource(load);
  const period = { weeks, onWeeks: setWeeks };
  return (
    <Page>
      {(data === null || sentence) && <Loading what="the team" sentence={sentence} reload={reload} />}
      {data?.kind === "closed" && <ManagerKey sentence={data.sentence} onOpen={reload} />}
      {data?.kind === "team" && (
        <TeamView
          team={data.team}
          appeals={data.appeals}
          exams={data.exams}
          rubrics={data.rubrics}
          {...period}
        />
      )}
      {data?.kind === "rep" && (
        <RepPageView page={data.rep} rubrics={data.rubrics} location={location} {...period} />
      )}
      {data?.kind === "exam" && <ExamView page={data.page} onChange={reload} />}
      {data?.kind === "network" && <NetworkView network={data.network} rubrics={data.rubrics} {...period} />}
    </Page>
  );
}
