"use client";
// The microphone of a page: opened when wanted, closed when the page goes, its failures as a sentence.

import { useCallback, useEffect, useState } from "react";
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

  const open = useCallback(async (deviceId?: string) => {
    if (deviceId !== undefined) chooseMicrophone(deviceId);
    try {
      setStream(await openMicrophone(callConstraints(chosenMicrophone())));
      setDevices(await microphones());
      setSentence("");
    } catch (error) {
      setStream(null);
      setSentence((error as Error).message);
    }
  }, []);

  useEffect(() => () => closeMicrophone(stream), [stream]);

  const deviceId = stream?.getAudioTracks()[0]?.getSettings().deviceId ?? "";
  return { stream, sentence, devices, deviceId, open };
}
