"use client";
// A short tone tells whether the microphone hears the speakers: then the buyer could be cut off by their own voice.

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { audioContext } from "@/lib/audio/context";
import { testEcho, type EchoVerdict } from "@/lib/audio/echo";

type Stage = EchoVerdict | "untested" | "testing";

export function EchoTest({ deviceId }: { deviceId: string }) {
  const [stage, setStage] = useState<Stage>("untested");
  const [sentence, setSentence] = useState("");
  const test = async () => {
    setStage("testing");
    try {
      setStage(await testEcho(audioContext(), deviceId));
      setSentence("");
    } catch (error) {
      setStage("untested");
      setSentence((error as Error).message);
    }
  };
  return (
    <div className="space-y-2">
      {stage === "clear" && (
        <p className="text-sm text-good">No echo: your microphone does not hear your speakers.</p>
      )}
      {stage === "leaks" && (
        <Notice tone="warn">
          Your microphone hears your speakers, so the buyer may be interrupted by their own voice. Use a
          headset, or turn the speakers down.
        </Notice>
      )}
      {sentence && <Notice tone="bad">{sentence}</Notice>}
      <Button look="outline" size="small" disabled={stage === "testing"} onClick={() => void test()}>
        {stage === "testing"
          ? "Listening for echo…"
          : stage === "untested"
            ? "Test for echo (a short tone)"
            : "Test again"}
      </Button>
    </div>
  );
}
