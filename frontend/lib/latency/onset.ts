// Where speech begins and ends in a stream of RMS levels. Pure; time comes with the levels.
// A level is loud 12 dB above the room's own noise and above -54 dBFS. Speech begins with 30 ms of loud levels, dated
// back to the first of them, and ends with the last loud level once 250 ms of quiet followed it.

const MIN_LOUD = 0.002; // -54 dBFS
const ABOVE_NOISE = 4; // 12 dB
const NOISE_CAP = 0.01; // -40 dBFS: a loud start must not pass for noise
const NOISE_RISE_PER_S = 1.2;
const CONFIRM_S = 0.03;
const BRIDGE_S = 0.04; // quiet between two pitch periods or in a stop consonant
const HANGOVER_S = 0.25;

export type SpeechEdge = "began" | "ended" | null;

export class SpeechDetector {
  speaking = false;
  beganS = 0; // first loud sample of the latest speech
  lastLoudS = -Infinity; // end of the latest loud level that belongs to speech or may come to
  private noise = NOISE_CAP;
  private loudForS = 0;

  /** Takes the RMS of [timeS, timeS + lengthS). */
  push(timeS: number, lengthS: number, level: number): SpeechEdge {
    const loud = level > Math.max(MIN_LOUD, this.noise * ABOVE_NOISE);
    this.follow(level, lengthS);
    if (loud) return this.heard(timeS, lengthS);
    const quietS = timeS + lengthS - this.lastLoudS;
    if (!this.speaking && quietS > BRIDGE_S) this.loudForS = 0;
    if (!this.speaking || quietS < HANGOVER_S) return null;
    this.speaking = false;
    this.loudForS = 0;
    return "ended";
  }

  private heard(timeS: number, lengthS: number): SpeechEdge {
    if (this.loudForS === 0) this.beganS = timeS;
    this.loudForS += lengthS;
    this.lastLoudS = timeS + lengthS;
    if (this.speaking || this.loudForS < CONFIRM_S) return null;
    this.speaking = true;
    return "began";
  }

  private follow(level: number, lengthS: number): void {
    const risen = this.noise * NOISE_RISE_PER_S ** lengthS;
    this.noise = Math.min(
      NOISE_CAP,
      Math.max(1e-6, level < this.noise ? 0.9 * this.noise + 0.1 * level : risen),
    );
  }
}
