"use client";
// Plays the buyer. A browser that will not play without a click gets one.

import { Volume2 } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { audioContext } from "@/lib/audio/context";

export function BuyerAudio({ track }: { track: MediaStreamTrack | null }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [blocked, setBlocked] = useState(false);

  const play = useCallback(async () => {
    audioContext(); // wakes a context that was made before the first click
    try {
      await audio.current?.play();
      setBlocked(false);
    } catch (error) {
      setBlocked((error as DOMException).name === "NotAllowedError");
    }
  }, []);

  useEffect(() => {
    if (audio.current === null) return;
    audio.current.srcObject = track ? new MediaStream([track]) : null;
    if (track) void play();
  }, [track, play]);

  return (
    <>
      <audio ref={audio} autoPlay />
      {blocked && (
        <div className="fixed inset-x-0 top-4 z-10 flex justify-center">
          <Button onClick={() => void play()}>
            <Volume2 aria-hidden className="size-5" />
            Turn the sound on
          </Button>
        </div>
      )}
    </>
  );
}
