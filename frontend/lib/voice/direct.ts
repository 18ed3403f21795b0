"use client";
// A Voice over WebRTC straight to the Sparring process: no room, no media server. Offers again when a connection fails.

import { useCallback, useEffect, useRef, useState } from "react";
import { connectPeer, type Exchange, type Peer } from "./peer.ts";
import type { Voice, VoiceState } from "./voice.ts";

const ATTEMPTS = 3;

async function connectWithRetries(
  microphone: MediaStream,
  exchange: Exchange,
  wanted: () => boolean,
): Promise<Peer | null> {
  for (let attempt = 0; attempt < ATTEMPTS && wanted(); attempt += 1) {
    try {
      return await connectPeer(microphone, exchange);
    } catch {
      continue; // the next attempt makes a new connection and a new offer
    }
  }
  return null;
}

export function useDirectVoice(microphone: MediaStream | null, exchange: Exchange): Voice {
  const [state, setState] = useState<VoiceState>("off");
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const peer = useRef<Peer | null>(null);
  const generation = useRef(0); // a start or stop makes every earlier start stale

  const release = useCallback(() => {
    generation.current += 1;
    peer.current?.connection.close();
    peer.current = null;
    setTrack(null);
  }, []);

  const start = useCallback(async () => {
    if (microphone === null) return;
    release();
    const mine = generation.current;
    setState("connecting");
    const made = await connectWithRetries(microphone, exchange, () => generation.current === mine);
    if (generation.current !== mine) return void made?.connection.close();
    peer.current = made;
    setTrack(made?.track ?? null);
    setState(made ? "connected" : "failed");
    made?.connection.addEventListener("connectionstatechange", () => {
      if (made.connection.connectionState === "failed" && generation.current === mine) void start();
    });
  }, [microphone, exchange, release]);

  const stop = useCallback(() => {
    release();
    setState("off");
  }, [release]);

  const stats = useCallback(async () => (await peer.current?.connection.getStats()) ?? null, []);

  const mute = useCallback(
    (muted: boolean) => {
      for (const own of microphone?.getAudioTracks() ?? []) own.enabled = !muted;
    },
    [microphone],
  );

  useEffect(() => () => release(), [release]);
  return { state, track, start, stop, mute, buyerState: null, stats };
}
