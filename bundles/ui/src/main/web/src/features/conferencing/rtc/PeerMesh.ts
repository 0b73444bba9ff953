import { KINDS, PeerLink, type LinkState, type LocalTracks, type PeerSignal, type TrackKind } from './PeerLink';
import { Ladder, type Rung } from './ladder';
import { badge, Hysteresis, sampleOf, type Grade, type RawSample } from './quality';

/** One of the others, as the server's list of the room says it. */
export interface Peer {
  /** The id of the other tab: a person who comes back in a new one is a new peer. */
  id: string;
  participantId: string;
  /** Whether this browser makes the first offer of the pair: the newcomer does. */
  offers: boolean;
  polite: boolean;
  /** Whether this person's sound may be played and picture shown: enforced here as well, whatever comes in. */
  heard: boolean;
  seen: boolean;
}

export interface PeerView {
  id: string;
  participantId: string;
  state: LinkState;
  /** Since when the connection is not there, milliseconds of the clock; null while it is. */
  lostSince: number | null;
  grade: Grade | null;
  lossPercent: number | null;
  roundTripMs: number | null;
  /** 'relay' when the way goes through TURN, null when it is not known yet. */
  path: string | null;
  /** What is sent to this person. */
  sending: Rung;
  streams: Readonly<Record<TrackKind, MediaStream | null>>;
}

export interface MeshOptions {
  configuration: () => RTCConfiguration;
  send: (peer: Peer, signal: PeerSignal) => void;
  onChange: () => void;
}

interface Entry {
  link: PeerLink;
  peer: Peer;
  ladder: Ladder;
  quality: Hysteresis;
  previous: RawSample | null;
  lostSince: number | null;
  streams: Record<TrackKind, MediaStream | null>;
}

const SAMPLE_MS = 2_000;

/** A connection to each of the others in the room. */
export class PeerMesh {
  private readonly entries = new Map<string, Entry>();
  /** Signals of people whom the room's list does not name yet. */
  private readonly early = new Map<string, PeerSignal[]>();
  private tracks: LocalTracks = { microphone: null, camera: null, screen: null };
  private sampler: ReturnType<typeof setInterval> | undefined;
  private readonly networkChanged = (): void => this.entries.forEach(({ link }) => link.restart());

  constructor(private readonly options: MeshOptions) {}

  /** Makes the connections fit the list: new ones are opened, those of people who left are closed. */
  setPeers(peers: readonly Peer[]): void {
    const wanted = new Map(peers.map((peer) => [peer.id, peer]));
    for (const [id, entry] of this.entries) {
      if (wanted.has(id)) continue;
      entry.link.close();
      this.entries.delete(id);
    }
    for (const peer of peers) {
      const known = this.entries.get(peer.id);
      if (known) known.peer = peer;
      else this.add(peer);
      this.silence(peer.id);
    }
    this.entries.forEach((entry) => void entry.link.setRung(entry.ladder.rung, this.entries.size + 1));
    if (this.entries.size > 0 && this.sampler === undefined) {
      this.sampler = setInterval(() => void this.sample(), SAMPLE_MS);
      window.addEventListener('online', this.networkChanged);
    }
    this.options.onChange();
  }

  receive(from: string, signal: PeerSignal): void {
    const entry = this.entries.get(from);
    if (entry) entry.link.receive(signal);
    else this.early.set(from, [...(this.early.get(from) ?? []), signal].slice(-64));
  }

  /** When each connection has begun. */
  async begun(): Promise<void> {
    await Promise.all([...this.entries.values()].map(({ link }) => link.begun));
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    this.tracks = tracks;
    await Promise.all([...this.entries.values()].map(({ link }) => link.setTracks(tracks)));
  }

  views(): PeerView[] {
    return [...this.entries].map(([id, { link, peer, lostSince, quality, ladder, streams, previous }]) => ({
      id,
      participantId: peer.participantId,
      state: link.state,
      lostSince,
      grade: link.state === 'connected' ? quality.grade : null,
      lossPercent: previous === null || previous.sendLoss === null ? null : Math.round(previous.sendLoss * 1000) / 10,
      roundTripMs: previous === null || previous.roundTrip === null ? null : Math.round(previous.roundTrip * 1000),
      path: previous?.path ?? null,
      sending: ladder.rung,
      streams: { ...streams },
    }));
  }

  /** Builds the connection to one person anew, or to all. */
  retry(id?: string): void {
    this.entries.forEach((entry, key) => {
      if (id === undefined || key === id) entry.link.restart();
    });
  }

  /** For connections that stand now and for those to come. */
  setConfiguration(configuration: RTCConfiguration): void {
    this.entries.forEach(({ link }) => link.connection?.setConfiguration(configuration));
  }

  /** Restarts the way to one person if it is not there. */
  mendLost(id: string): void {
    const link = this.entries.get(id)?.link;
    if (link && link.state !== 'connected') link.restart();
  }

  connection(id: string): RTCPeerConnection | null {
    return this.entries.get(id)?.link.connection ?? null;
  }

  close(): void {
    clearInterval(this.sampler);
    this.sampler = undefined;
    window.removeEventListener('online', this.networkChanged);
    this.entries.forEach(({ link }) => link.close());
    this.entries.clear();
    this.early.clear();
  }

  private add(peer: Peer): void {
    const link: PeerLink = new PeerLink({
      offers: peer.offers,
      polite: peer.polite,
      configuration: this.options.configuration,
      send: (signal) => this.options.send(entry.peer, signal),
      onChange: () => this.changed(peer.id),
    });
    const entry: Entry = {
      link, peer, ladder: new Ladder(), quality: new Hysteresis(), previous: null, lostSince: Date.now(),
      streams: { microphone: null, camera: null, screen: null },
    };
    this.entries.set(peer.id, entry);
    void link.setTracks(this.tracks);
    link.start();
    for (const signal of this.early.get(peer.id) ?? []) link.receive(signal);
    this.early.delete(peer.id);
  }

  private changed(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    if (entry.link.state === 'connected') entry.lostSince = null;
    else entry.lostSince ??= Date.now();
    for (const kind of KINDS) {
      const track = entry.link.received[kind];
      const stream = entry.streams[kind];
      if (stream?.getTracks()[0] !== (track ?? undefined)) entry.streams[kind] = track ? new MediaStream([track]) : null;
    }
    this.silence(id);
    this.options.onChange();
  }

  /** What is switched off is not played or shown, even if the other browser went on sending. */
  private silence(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    const { microphone, camera, screen } = entry.link.received;
    if (microphone) microphone.enabled = entry.peer.heard;
    if (camera) camera.enabled = entry.peer.seen;
    if (screen) screen.enabled = entry.peer.seen;
  }

  private async sample(): Promise<void> {
    for (const entry of this.entries.values()) {
      const pc = entry.link.connection;
      if (!pc || entry.link.state !== 'connected') continue;
      const raw = sampleOf(await pc.getStats());
      const previous = entry.previous;
      entry.previous = raw;
      if (!previous || entry.link.connection !== pc) continue;
      entry.quality.push(badge(previous, raw));
      if (entry.ladder.push({ loss: raw.sendLoss, roundTrip: raw.roundTrip, available: raw.available })) {
        await entry.link.setRung(entry.ladder.rung, this.entries.size + 1);
      }
    }
    this.options.onChange();
  }
}
