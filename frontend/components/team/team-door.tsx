"use client";
// The way to a team's figures: the manager's key when it is asked for, then the page of a team or of one rep.

import { useCallback, useState } from "react";
import { Loading } from "@/components/ui/loading";
import { Page } from "@/components/ui/page";
import { ApiError, getNetwork, getOpenAppeals, getRep, getTeam, getTeamRubrics } from "@/lib/api/client";
import type { Network, OpenAppeal, RepPage, Team, TeamRubric, WeeksShown } from "@/lib/api/team";
import { useQuery } from "@/lib/react/use-query";
import { useResource } from "@/lib/react/use-resource";
import { ManagerKey } from "./manager-key";
import { NetworkView } from "./network-view";
import { RepPageView } from "./rep-view";
import { TeamView } from "./team-view";

type Shown =
  | { kind: "team"; team: Team; appeals: OpenAppeal[]; rubrics: TeamRubric[] }
  | { kind: "rep"; rep: RepPage; rubrics: TeamRubric[] }
  | { kind: "network"; network: Network; rubrics: TeamRubric[] }
  | { kind: "closed"; sentence: string };

interface Wish {
  weeks: WeeksShown;
  location: string;
  rep: string;
  network: boolean;
}

async function find({ weeks, location, rep, network }: Wish): Promise<Shown> {
  try {
    const asked = getTeamRubrics();
    asked.catch(() => undefined); // whichever of the two fails first is told
    if (network) return { kind: "network", network: await getNetwork(weeks), rubrics: await asked };
    if (rep) return { kind: "rep", rep: await getRep(rep, weeks, location), rubrics: await asked };
    const [team, appeals] = await Promise.all([getTeam(weeks, location), getOpenAppeals(location)]);
    return { kind: "team", team, appeals, rubrics: await asked };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return { kind: "closed", sentence: error.message };
    throw error;
  }
}

export function TeamDoor() {
  const [weeks, setWeeks] = useState<WeeksShown>("12");
  const location = useQuery("location");
  const rep = useQuery("rep");
  const network = useQuery("view") === "network";
  const load = useCallback(() => find({ weeks, location, rep, network }), [weeks, location, rep, network]);
  const { data, sentence, reload } = useResource(load);
  const period = { weeks, onWeeks: setWeeks };
  return (
    <Page>
      {(data === null || sentence) && <Loading what="the team" sentence={sentence} reload={reload} />}
      {data?.kind === "closed" && <ManagerKey sentence={data.sentence} onOpen={reload} />}
      {data?.kind === "team" && (
        <TeamView team={data.team} appeals={data.appeals} rubrics={data.rubrics} {...period} />
      )}
      {data?.kind === "rep" && (
        <RepPageView page={data.rep} rubrics={data.rubrics} location={location} {...period} />
      )}
      {data?.kind === "network" && <NetworkView network={data.network} rubrics={data.rubrics} {...period} />}
    </Page>
  );
}
