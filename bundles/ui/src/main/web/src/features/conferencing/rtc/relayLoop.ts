/** What a loop through the relay brought: this browser calls itself. */
export interface LoopResult {
  connected: boolean;
  roundTripMs: number | null;
  lossPercent: number | null;
  kilobitsPerSecond: number | null;
}

const CONNECT_MS = 8_000;
const MEASURE_MS = 3_000;
const PACKET = new Uint8Array(1_000);
const PER_TICK = 4;
const TICK_MS = 20;
const FAILED: LoopResult = { connected: false, roundTripMs: null, lossPercent: null, kilobitsPerSecond: null };

/** The relay's addresses for one kind of transport; those without a word about it are UDP. */
export function serversFor(servers: readonly RTCIceServer[], transport: 'udp' | 'tcp'): RTCIceServer[] {
  return servers
    .map((server) => ({
      ...server,
      urls: [server.urls].flat().filter((address) => /^turns?:/.test(address) && (/[?&]transport=(\w+)/.exec(address)?.[1] ?? 'udp') === transport),
    }))
    .filter((server) => server.urls.length > 0);
}

/** Connects two ends in this page through the relay alone, then measures loss, delay and throughput. Null without a relay of this kind. */
export async function relayLoop(servers: readonly RTCIceServer[], transport: 'udp' | 'tcp', signal: AbortSignal, measure = true): Promise<LoopResult | null> {
  const iceServers = serversFor(servers, transport);
  if (iceServers.length === 0) return null;
  const [near, far] = [0, 1].map(() => new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' })) as [RTCPeerConnection, RTCPeerConnection];
  try {
    const channel = near.createDataChannel('loop', { ordered: false, maxRetransmits: 0 });
    channel.binaryType = 'arraybuffer';
    far.ondatachannel = ({ channel: other }) => {
      other.binaryType = 'arraybuffer';
      // The far end sends the head of each packet back.
      other.onmessage = ({ data }) => other.readyState === 'open' && other.send((data as ArrayBuffer).slice(0, 8));
    };
    exchange(near, far);
    exchange(far, near);
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription!);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription!);
    if (!(await opened(channel, signal))) return FAILED;
    return measure ? await measured(channel, signal) : { ...FAILED, connected: true };
  } catch {
    return FAILED;
  } finally {
    near.close();
    far.close();
  }
}

function exchange(from: RTCPeerConnection, to: RTCPeerConnection): void {
  const early: RTCIceCandidate[] = [];
  const hand = (candidate: RTCIceCandidate) => void to.addIceCandidate(candidate).catch(() => {});
  from.onicecandidate = ({ candidate }) => {
    if (!candidate) return;
    if (to.remoteDescription) hand(candidate);
    else early.push(candidate);
  };
  to.addEventListener('signalingstatechange', () => {
    if (to.remoteDescription) early.splice(0).forEach(hand);
  });
}

function opened(channel: RTCDataChannel, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), CONNECT_MS);
    const done = (result: boolean) => {
      clearTimeout(timer);
      resolve(result);
    };
    channel.onopen = () => done(true);
    channel.onclose = () => done(false);
    signal.addEventListener('abort', () => done(false), { once: true });
  });
}

async function measured(channel: RTCDataChannel, signal: AbortSignal): Promise<LoopResult> {
  const begin = performance.now();
  let sent = 0;
  let received = 0;
  const trips: number[] = [];
  channel.onmessage = ({ data }) => {
    received += 1;
    trips.push(performance.now() - new Float64Array(data as ArrayBuffer)[0]!);
  };
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (signal.aborted || channel.readyState !== 'open' || performance.now() - begin > MEASURE_MS) {
        clearInterval(timer);
        // What is still on its way counts as received.
        setTimeout(resolve, 400);
        return;
      }
      for (let i = 0; i < PER_TICK && channel.bufferedAmount < 64_000; i++) {
        new Float64Array(PACKET.buffer, 0, 1)[0] = performance.now();
        channel.send(PACKET);
        sent += 1;
      }
    }, TICK_MS);
  });
  trips.sort((a, b) => a - b);
  return {
    connected: true,
    roundTripMs: trips.length === 0 ? null : Math.round(trips[Math.floor(trips.length / 2)]!),
    lossPercent: sent === 0 ? null : Math.round(((sent - Math.min(sent, received)) / sent) * 1_000) / 10,
    kilobitsPerSecond: Math.round((received * PACKET.length * 8) / MEASURE_MS),
  };
}
