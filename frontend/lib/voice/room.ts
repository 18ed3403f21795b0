"use client";
// A Voice in a LiveKit room: the agent's track in, the rep's microphone out, by LiveKit's own hooks. Needs RoomContext.

import { useConnectionState, useTrackToggle, useVoiceAssistant } from "@livekit/components-react";
import { ConnectionState, Track, type LocalTrackPublication, type Room } from "livekit-client";
import { useCallback, useEffect, useRef } from "react";
import type { BuyerState, Voice, VoiceState } from "./voice.ts";

// LiveKit's own choice is for music: 48,000 are 122 kbit/s on the wire, these 57, and no word is heard better
const MIC_BITS_S = 16_000;

const hasTheWord = (state: string): BuyerState =>
  state === "listening" || state === "thinking" || state === "speaking" ? state : null;

/** Publishes the microphone for as long as the room stands; a new microphone takes the old one's place. */
function usePublished(room: Room, connected: boolean, microphone: MediaStream | null): void {
  const published = useRef<LocalTrackPublication | null>(null);
  useEffect(() => {
    const own = microphone?.getAudioTracks()[0];
    if (!connected || own === undefined) return;
    let wanted = true;
    const options = { source: Track.Source.Microphone, dtx: false, audioPreset: { maxBitrate: MIC_BITS_S } };
    void room.localParticipant.publishTrack(own, options).then(
      (made) => {
        if (wanted) published.current = made;
        else if (made.track) void room.localParticipant.unpublishTrack(made.track, false);
      },
      () => undefined, // the room is gone: the call's link makes another
    );
    return () => {
      wanted = false;
      const track = published.current?.track;
      published.current = null;
      if (track) void room.localParticipant.unpublishTrack(track, false);
    };
  }, [room, connected, microphone]);
}

async function statsOf(room: Room, track: Track | undefined): Promise<RTCStatsReport | null> {
  const heard = await track?.getRTCStatsReport?.();
  if (heard === undefined) return null;
  const said = await room.localParticipant
    .getTrackPublication(Track.Source.Microphone)
    ?.track?.getRTCStatsReport();
  return new Map([...heard, ...(said ?? [])]) as unknown as RTCStatsReport;
}

export function useRoomVoice(room: Room, microphone: MediaStream | null): Voice {
  const connected = useConnectionState(room) === ConnectionState.Connected;
  const { audioTrack, state: agent } = useVoiceAssistant();
  const { toggle } = useTrackToggle({ source: Track.Source.Microphone, room });
  usePublished(room, connected, microphone);

  const remote = audioTrack?.publication?.track;
  const track = remote?.mediaStreamTrack ?? null;
  const state: VoiceState = connected && track !== null ? "connected" : "connecting";
  const mute = useCallback((muted: boolean) => void toggle(!muted), [toggle]);
  const stats = useCallback(() => statsOf(room, remote), [room, remote]);
  return { state, track, start, stop, mute, buyerState: hasTheWord(agent), stats };
}

const start = async (): Promise<void> => undefined; // the call's link enters the room
const stop = (): void => undefined;
