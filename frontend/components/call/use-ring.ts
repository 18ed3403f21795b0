"use client";
// The phone on the desk, or the tone in the ear, while the call rings.

import { useEffect } from "react";
import type { Ring } from "@/lib/api/contract";
import { audioContext } from "@/lib/audio/context";
import { startRing } from "@/lib/audio/ring";

export function useRing(ringing: boolean, kind: Ring): void {
  useEffect(() => (ringing ? startRing(audioContext(), kind) : undefined), [ringing, kind]);
}
