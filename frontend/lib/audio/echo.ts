// Does the microphone hear the speakers? Plays a short soft tone and looks for it, with the echo canceller off.

import { closeMicrophone, openMicrophone } from "./microphone.ts";

export type EchoVerdict = "clear" | "leaks";

const TONE_HZ = 1_000;
const TONE_MS = 700;
const QUIET_MS = 400;
const LEVEL = 0.1;
const RISE_DB = 12; // the tone stands out of the room
const FLOOR_DB = -85; // and is more than the converter's own noise

/** From the tone's own frequency: the level before and while it plays, in dB. */
export function echoVerdict(quietDb: number, toneDb: number): EchoVerdict {
  return toneDb > FLOOR_DB && toneDb - Math.max(quietDb, FLOOR_DB) > RISE_DB ? "leaks" : "clear";
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function playTone(context: AudioContext): () => void {
  const tone = new OscillatorNode(context, { frequency: TONE_HZ });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.linearRampToValueAtTime(LEVEL, context.currentTime + 0.03);
  tone.connect(gain).connect(context.destination);
  tone.start();
  return () => tone.stop();
}

async function loudestDb(analyser: AnalyserNode, forMs: number): Promise<number> {
  const bin = Math.round((TONE_HZ * analyser.fftSize) / analyser.context.sampleRate);
  const bins = new Float32Array(analyser.frequencyBinCount);
  let loudest = -200;
  for (let waited = 0; waited < forMs; waited += 50) {
    await pause(50);
    analyser.getFloatFrequencyData(bins);
    loudest = Math.max(loudest, bins[bin] ?? -200);
  }
  return loudest;
}

/** Raises: MicrophoneError. Takes about 1.2 s. */
export async function testEcho(context: AudioContext, deviceId: string): Promise<EchoVerdict> {
  const stream = await openMicrophone({
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
    ...(deviceId ? { deviceId: { ideal: deviceId } } : {}),
  });
  const source = context.createMediaStreamSource(stream);
  const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
  source.connect(analyser);
  const quietDb = await loudestDb(analyser, QUIET_MS);
  const stopTone = playTone(context);
  const toneDb = await loudestDb(analyser, TONE_MS);
  stopTone();
  source.disconnect();
  closeMicrophone(stream);
  return echoVerdict(quietDb, toneDb);
}
