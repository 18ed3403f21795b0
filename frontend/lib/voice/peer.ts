// One attempt at an audio connection straight to the server: offer with all candidates, answer, sound within the deadline.

const CONNECT_DEADLINE_MS = 8_000;
const GATHER_MS = 1_500; // host candidates arrive in milliseconds; do not wait for an interface that never answers

export type Exchange = (offerSdp: string) => Promise<string>;

export interface Peer {
  connection: RTCPeerConnection;
  track: MediaStreamTrack;
}

export const hasWebRtc = (): boolean => typeof RTCPeerConnection !== "undefined";

/** Rejects when no connection stands within the deadline; the failed connection is closed then. */
export async function connectPeer(microphone: MediaStream, exchange: Exchange): Promise<Peer> {
  const connection = new RTCPeerConnection({ iceServers: [] });
  const track = nextTrack(connection);
  for (const own of microphone.getAudioTracks()) connection.addTrack(own, microphone);
  try {
    return await withinDeadline(negotiate(connection, exchange, track));
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function negotiate(
  connection: RTCPeerConnection,
  exchange: Exchange,
  track: Promise<MediaStreamTrack>,
): Promise<Peer> {
  await connection.setLocalDescription(await connection.createOffer());
  await gathered(connection);
  const sdp = await exchange(connection.localDescription?.sdp ?? "");
  await connection.setRemoteDescription({ type: "answer", sdp });
  await connected(connection);
  return { connection, track: await track };
}

function nextTrack(connection: RTCPeerConnection): Promise<MediaStreamTrack> {
  return new Promise((resolve) => {
    connection.ontrack = (event) => resolve(event.track);
  });
}

function gathered(connection: RTCPeerConnection): Promise<void> {
  if (connection.iceGatheringState === "complete") return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GATHER_MS);
    connection.addEventListener("icegatheringstatechange", () => {
      if (connection.iceGatheringState !== "complete") return;
      clearTimeout(timer);
      resolve();
    });
  });
}

function connected(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (connection.connectionState === "connected") resolve();
      if (connection.connectionState === "failed") reject(new Error("connection failed"));
    };
    connection.addEventListener("connectionstatechange", look);
    look();
  });
}

function withinDeadline<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("connect deadline")), CONNECT_DEADLINE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
