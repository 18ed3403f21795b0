"use client";
// The microphone of a page: opened when wanted, closed when the page goes, its failures as a sentence.

import { useCallback, useEffect, useRef, useState } from "react";
import {
  callConstraints,
  chooseMicrophone,
  chosenMicrophone,
  closeMicrophone,
  microphones,
  openMicrophone,
} from "../audio/microphone.ts";

export interface Microphone {
  stream: MediaStream | null;
  sentence: string;
  devices: MediaDeviceInfo[];
  deviceId: string;
  open: (deviceId?: string) => Promise<void>;
}

export function useMicrophone(): Microphone {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [sentence, setSentence] = useState("");
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  const here = useRef(true);

  const open = useCallback(async (deviceId?: string) => {
    if (deviceId !== undefined) chooseMicrophone(deviceId);
    try {
      const opened = await openMicrophone(callConstraints(chosenMicrophone()));
      if (!here.current) return closeMicrophone(opened); // the page went while the browser asked
      setStream(opened);
      setDevices(await microphones());
      setSentence("");
    } catch (error) {
      setStream(null);
      setSentence((error as Error).message);
    }
  }, []);

  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);

  useEffect(() => {
    const track = stream?.getAudioTracks()[0];
    const unplugged = () => void open(); // whatever microphone is left
    track?.addEventListener("ended", unplugged);
    return () => {
      track?.removeEventListener("ended", unplugged);
      closeMicrophone(stream);
    };
  }, [stream, open]);

  const deviceId = stream?.getAudioTracks()[0]?.getSettings().deviceId ?? "";
  return { stream, sentence, devices, deviceId, open };
}
