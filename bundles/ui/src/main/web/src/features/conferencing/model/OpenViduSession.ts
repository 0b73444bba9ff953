import type { Connection, OpenVidu, Publisher, Session, Stream, Subscriber } from 'openvidu-browser';
import { Ladder } from '../rtc/ladder';
import type { LocalTracks } from '../rtc/PeerLink';
import type { PeerView } from '../rtc/PeerMesh';
import { badge, Hysteresis, sampleOf, type RawSample } from '../rtc/quality';
import { capSender } from '../rtc/senderCaps';
import { silentTracks } from '../rtc/silentTracks';
import type { Call } from './Call';
import { IceRenewal } from './IceRenewal';
import type { RoomMedia } from './RoomMedia';
import type { Participant, Room, Ticket } from './types';

const SAMPLE_MS = 2_000;

/** What comes from one person. */
interface Incoming {
  subscriber: Subscriber;
  stream: Stream;
  sound: MediaStream | null;
  picture: MediaStream | null;
  connected: boolean;
  lostSince: number | null;
  quality: Hysteresis;
  previous: RawSample | null;
}

/** Our server gives the media server nothing but the participant's id; the library may put the page's own (empty) data before it. */
export const participantOf = (connection: Connection): string => connection.data.split('%/%').at(-1)!.trim();

const rounded = (value: number | null | undefined, scale: number, parts: number): number | null =>
  value === null || value === undefined ? null : Math.round(value * scale) / parts;

/**
 * Media through an OpenVidu server. One stream of each person: a shared screen takes the camera's place. The stream is published once, with a silent
 * and a black track, and what is really sent is put in their place or taken away: switching needs no negotiation, and off sends nothing.
 */
export class OpenViduSession implements RoomMedia {
  private readonly ice: IceRenewal;
  private access: string | null = null;
  private session: Session | null = null;
  private publisher: Publisher | null = null;
  private tracks: LocalTracks = { microphone: null, camera: null, screen: null };
  private readonly incoming = new Map<string, Incoming>();
  private others: Participant[] = [];
  private readonly since = new Map<string, number>();
  private readonly ladder = new Ladder();
  private sent: RawSample | null = null;
  private sampler: ReturnType<typeof setInterval> | undefined;
  private closed = false;
  /** One thing after the other: connecting, publishing and leaving. */
  private work: Promise<void> = Promise.resolve();

  constructor(
    call: Call,
    private readonly ticket: Ticket,
    private readonly onChange: () => void,
    /** Asks for a new ticket: the pass of the old one was good for one connection. */
    private readonly onLost: () => void,
  ) {
    this.ice = new IceRenewal(ticket.ice!, () => call.endpoints.ice(call.connection), () => {});
  }

  renew({ ice, access }: Pick<Ticket, 'ice' | 'access'>): void {
    if (ice) this.ice.take(ice);
    if (!access || access === this.access) return;
    this.access = access;
    this.then(() => this.connect(access));
  }

  begun(): Promise<void> {
    return Promise.resolve();
  }

  follow(room: Room, me: Participant): void {
    this.others = room.participants.filter(({ id, state }) => id !== me.id && state === 'ADMITTED');
    const there = new Set(this.others.map(({ id }) => id));
    for (const id of this.since.keys()) if (!there.has(id)) this.since.delete(id);
    for (const id of there) if (!this.since.has(id)) this.since.set(id, Date.now());
    this.silence();
    this.onChange();
  }

  setTracks(tracks: LocalTracks): void {
    this.tracks = tracks;
    this.then(() => this.sendTracks());
  }

  hear(): void {
    // The library has a channel of its own to the media server.
  }

  views(): PeerView[] {
    return this.others.map((other) => {
      const it = this.incoming.get(other.id);
      return {
        id: other.connection,
        participantId: other.id,
        state: it?.connected ? 'connected' : it ? 'lost' : 'connecting',
        lostSince: it ? it.lostSince : (this.since.get(other.id) ?? null),
        grade: it?.connected ? it.quality.grade : null,
        lossPercent: rounded(this.sent?.sendLoss, 1000, 10),
        roundTripMs: rounded(it?.previous?.roundTrip, 1000, 1),
        path: it?.previous?.path ?? null,
        sending: this.ladder.rung,
        streams: {
          microphone: it?.sound ?? null,
          camera: other.screen ? null : (it?.picture ?? null),
          screen: other.screen ? (it?.picture ?? null) : null,
        },
      };
    });
  }

  retry(): void {
    this.onLost();
  }

  connectionTo(participantId: string): RTCPeerConnection | null {
    return this.incoming.get(participantId)?.stream.getRTCPeerConnection() ?? null;
  }

  flush(): void {
    // Nothing waits for the live channel.
  }

  close(): void {
    this.closed = true;
    this.ice.stop();
    this.then(() => this.disconnect());
  }

  private then(step: () => Promise<void>): void {
    this.work = this.work.then(step).catch(() => {
      // What failed shows as a person who is not connected; the page offers to build the connection anew.
    });
  }

  private async connect(access: string): Promise<void> {
    await this.disconnect();
    if (this.closed) return;
    const library = new (await import('openvidu-browser')).OpenVidu();
    // Without this the library logs addresses and tokens, and falls back on foreign STUN servers.
    library.enableProdMode();
    library.setAdvancedConfiguration({ rtcConfiguration: this.ice.configuration(), forceMediaReconnectionAfterNetworkDrop: true });
    const session = library.initSession();
    this.session = session;
    session.on('streamCreated', ({ stream }) => void this.receive(session, stream));
    session.on('streamDestroyed', ({ stream }) => this.forget(stream));
    session.on('sessionDisconnected', ({ reason }) => {
      if (this.session !== session || this.closed) return;
      this.session = null;
      this.publisher = null;
      this.incoming.clear();
      this.onChange();
      // Put out by our server: the room's list says so. Everything else is the network.
      if (reason === 'networkDisconnect' || reason === 'nodeCrashed') this.onLost();
    });
    await session.connect(access);
    if (this.closed) {
      session.disconnect();
      return;
    }
    clearInterval(this.sampler);
    this.sampler = setInterval(() => void this.sample(), SAMPLE_MS);
    if (this.ticket.publish) await this.publish(library, session);
  }

  private async publish(library: OpenVidu, session: Session): Promise<void> {
    const { sound, picture } = silentTracks();
    const publisher = await library.initPublisherAsync(undefined, {
      audioSource: sound, videoSource: picture, publishAudio: true, publishVideo: true, mirror: false,
    });
    await session.publish(publisher);
    this.publisher = publisher;
    await this.sendTracks();
    sound.stop();
    picture.stop();
  }

  private async sendTracks(): Promise<void> {
    const transceivers = this.publisher?.stream.getRTCPeerConnection()?.getTransceivers() ?? [];
    const { microphone, camera, screen } = this.tracks;
    const video = this.ladder.rung === 'audio' ? null : (screen ?? camera);
    for (const { sender, receiver } of transceivers) {
      const track = receiver.track.kind === 'audio' ? microphone : video;
      if (sender.track !== track) await sender.replaceTrack(track);
      await capSender(sender, track === null || receiver.track.kind === 'audio' ? 'microphone' : screen ? 'screen' : 'camera', this.ladder.rung, 2);
    }
  }

  private async receive(session: Session, stream: Stream): Promise<void> {
    const id = participantOf(stream.connection);
    try {
      const subscriber = await session.subscribeAsync(stream, undefined as unknown as HTMLElement);
      if (this.session !== session) return;
      const media = stream.getMediaStream();
      const of = (track: MediaStreamTrack | undefined) => (track ? new MediaStream([track]) : null);
      const it: Incoming = {
        subscriber, stream, sound: of(media.getAudioTracks()[0]), picture: of(media.getVideoTracks()[0]),
        connected: false, lostSince: Date.now(), quality: new Hysteresis(), previous: null,
      };
      this.incoming.set(id, it);
      const connection = stream.getRTCPeerConnection();
      const followState = (): void => {
        it.connected = connection.connectionState === 'connected';
        it.lostSince = it.connected ? null : (it.lostSince ?? Date.now());
        this.onChange();
      };
      connection.addEventListener('connectionstatechange', followState);
      this.silence();
      followState();
    } catch {
      // The stream ended before it was received.
    }
  }

  private forget(stream: Stream): void {
    const id = participantOf(stream.connection);
    if (this.incoming.get(id)?.stream.streamId !== stream.streamId) return;
    this.incoming.delete(id);
    this.onChange();
  }

  /** What is switched off is not played or shown, even if the other browser went on sending. */
  private silence(): void {
    for (const other of this.others) {
      const it = this.incoming.get(other.id);
      it?.sound?.getTracks().forEach((track) => (track.enabled = other.broadcasting && other.microphone));
      it?.picture?.getTracks().forEach((track) => (track.enabled = other.broadcasting && (other.camera || other.screen)));
    }
  }

  private async disconnect(): Promise<void> {
    clearInterval(this.sampler);
    const session = this.session;
    this.session = null;
    this.publisher = null;
    this.incoming.clear();
    this.sent = null;
    session?.disconnect();
  }

  private async sample(): Promise<void> {
    const outgoing = this.publisher?.stream.getRTCPeerConnection();
    if (outgoing) {
      this.sent = sampleOf(await outgoing.getStats());
      const { sendLoss, roundTrip, available } = this.sent;
      if (this.ladder.push({ loss: sendLoss, roundTrip, available })) await this.sendTracks();
    }
    for (const it of this.incoming.values()) {
      if (!it.connected) continue;
      const raw = sampleOf(await it.stream.getRTCPeerConnection().getStats());
      if (it.previous) it.quality.push(badge(it.previous, raw));
      it.previous = raw;
    }
    this.onChange();
  }
}
