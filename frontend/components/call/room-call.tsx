"use client";
// A spoken call in a LiveKit room: LiveKit's context around the view that every spoken call has.

import { RoomContext } from "@livekit/components-react";
import { Room } from "livekit-client";
import { useEffect, useState } from "react";
import type { CallTicket } from "@/lib/call/ticket";
import type { LiveCall } from "@/lib/call/use-call";
import { useMicrophone } from "@/lib/react/use-microphone";
import { useRoomVoice } from "@/lib/voice/room";
import { SpokenView } from "./spoken-view";

interface RoomCallProps {
  live: LiveCall;
  ticket: CallTicket;
}

export function RoomCall({ live, ticket }: RoomCallProps) {
  const [nowhere] = useState(() => new Room()); // LiveKit's hooks want a room before the first one stands
  const microphone = useMicrophone();
  const { open } = microphone;
  useEffect(() => void open(), [open]);
  const room = live.room ?? nowhere;
  return (
    <RoomContext.Provider value={room}>
      <InRoom live={live} ticket={ticket} room={room} microphone={microphone} />
    </RoomContext.Provider>
  );
}

interface InRoomProps extends RoomCallProps {
  room: Room;
  microphone: ReturnType<typeof useMicrophone>;
}

function InRoom({ live, ticket, room, microphone }: InRoomProps) {
  const voice = useRoomVoice(room, microphone.stream);
  return <SpokenView live={live} ticket={ticket} microphone={microphone} voice={voice} />;
}
