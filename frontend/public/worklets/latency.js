// Both sides of a call on one clock: the RMS of each input per render quantum, posted in blocks of about 170 ms.
// Input 0 is the rep's microphone, input 1 the buyer. Writes silence; it is connected only to be driven.

const QUANTA = 64;

function rms(input) {
  const samples = input[0];
  if (samples === undefined) return 0;
  let sum = 0;
  for (let i = 0; i < samples.length; i += 1) sum += samples[i] * samples[i];
  return Math.sqrt(sum / samples.length);
}

class LatencyTap extends AudioWorkletProcessor {
  begin() {
    this.startS = currentTime;
    this.filled = 0;
    this.rep = new Float32Array(QUANTA);
    this.buyer = new Float32Array(QUANTA);
  }

  process(inputs) {
    if (this.rep === undefined || this.filled === QUANTA) this.begin();
    this.rep[this.filled] = rms(inputs[0]);
    this.buyer[this.filled] = rms(inputs[1]);
    this.filled += 1;
    if (this.filled === QUANTA) {
      this.port.postMessage({
        startS: this.startS,
        quantumS: 128 / sampleRate,
        rep: this.rep,
        buyer: this.buyer,
      });
    }
    return true;
  }
}

registerProcessor("latency-tap", LatencyTap);
