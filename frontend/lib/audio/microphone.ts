// Opens the microphone the rep chose, and says in a sentence why it could not.

export class MicrophoneError extends Error {
  readonly code: "unsupported" | "refused" | "missing" | "busy";

  constructor(code: MicrophoneError["code"]) {
    super(SENTENCES[code]);
    this.code = code;
  }
}

const SENTENCES = {
  unsupported:
    "This browser gives no microphone to this page. Open Sparring as http://localhost or over https in a current Chrome, Edge, Firefox or Safari, or type instead.",
  refused:
    "The microphone was refused. Click the icon beside the address, allow the microphone for this page, then try again, or type instead.",
  missing: "No microphone was found. Plug in a headset or a microphone and try again, or type instead.",
  busy: "Another program is using the microphone. Close it and try again, or choose another microphone.",
} as const;

const CODE_OF: Readonly<Record<string, MicrophoneError["code"]>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

const DEVICE_KEY = "sparring.microphone";

export const chosenMicrophone = (): string => localStorage.getItem(DEVICE_KEY) ?? "";
export const chooseMicrophone = (deviceId: string): void => localStorage.setItem(DEVICE_KEY, deviceId);

/** Constraints of a call: the browser's echo canceller keeps the buyer from hearing themselves. */
export function callConstraints(deviceId: string): MediaTrackConstraints {
  return {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    channelCount: 1,
    ...(deviceId ? { deviceId: { ideal: deviceId } } : {}),
  };
}

/** Raises: MicrophoneError. */
export async function openMicrophone(constraints: MediaTrackConstraints): Promise<MediaStream> {
  if (typeof navigator.mediaDevices?.getUserMedia !== "function") throw new MicrophoneError("unsupported");
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: constraints });
  } catch (error) {
    throw new MicrophoneError(CODE_OF[(error as DOMException).name] ?? "missing");
  }
}

export async function microphones(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.kind === "audioinput" && device.deviceId !== "");
}

export const closeMicrophone = (stream: MediaStream | null): void =>
  stream?.getTracks().forEach((track) => track.stop());
