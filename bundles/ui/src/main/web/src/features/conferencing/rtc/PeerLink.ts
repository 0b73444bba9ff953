import type { Rung } from './ladder';
import { capSender } from './senderCaps';

/** What goes to the other browser of a pair, through the server, which does not look into it. */
export interface PeerSignal {
  /** The connection of the pair that this belongs to: each rebuilt one has the next number. */
  generation: number;
  description?: RTCSessionDescriptionInit;
  candidate?: RTCIceCandidateInit;
  /** Asks the offering side to build the connection anew. */
  rebuild?: true;
}

/** The three things that one person can send; each has its fixed place in the session description, so that switching needs no negotiation. */
export interface LocalTracks {
  microphone: MediaStreamTrack | null;
  camera: MediaStreamTrack | null;
  screen: MediaStreamTrack | null;
}

export type TrackKind = keyof LocalTracks;

export const KINDS: readonly TrackKind[] = ['microphone', 'camera', 'screen'];

/** connecting: not yet; lost: was connected, is being mended; failed: rebuilt twice without success, still being tried. */
export type LinkState = 'connecting' | 'connected' | 'lost' | 'failed';

export interface LinkOptions {
  /** The newcomer offers, and only he: two first offers at once hang a call now and then. */
  offers: boolean;
  /** Gives way when both offer at once later on. */
  polite: boolean;
  configuration: () => RTCConfiguration;
  send: (signal: PeerSignal) => void;
  onChange: () => void;
}

export const WATCHDOG_MS = 10_000;
/** On a weak computer a connection may need longer: each further try is given more, so that it is not broken off again and again. */
const MORE_EACH_TRY_MS = 5_000;
const LONGEST_WATCHDOG_MS = 30_000;
export const DISCONNECTED_MS = 3_000;
const REBUILDS_BEFORE_FAILED = 2;

/** The connection to one other person: negotiated, watched, restarted and rebuilt. */
export class PeerLink {
  state: LinkState = 'connecting';
  /** Settles when the first offer is on its way; at once for who does not offer. */
  readonly begun: Promise<void>;
  readonly received: Record<TrackKind, MediaStreamTrack | null> = { microphone: null, camera: null, screen: null };

  private pc: RTCPeerConnection | null = null;
  private generation = 0;
  private tracks: LocalTracks = { microphone: null, camera: null, screen: null };
  private rung: Rung = '720p';
  private people = 2;
  private makingOffer = false;
  private ignoredOffer = false;
  private early: RTCIceCandidateInit[] = [];
  private failures = 0;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;
  /** Signals are worked off one after the other: a candidate must not overtake its description. */
  private work: Promise<void> = Promise.resolve();
  private closed = false;

  private beginning: () => void = () => {};

  constructor(private readonly options: LinkOptions) {
    this.begun = options.offers ? new Promise((resolve) => (this.beginning = resolve)) : Promise.resolve();
  }

  /** Null before the first offer and after {@link close}. */
  get connection(): RTCPeerConnection | null {
    return this.pc;
  }

  start(): void {
    if (this.options.offers) this.open(this.generation + 1);
    else this.watch();
  }

  close(): void {
    this.closed = true;
    this.beginning();
    clearTimeout(this.watchdog);
    clearTimeout(this.patience);
    this.drop();
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    this.tracks = tracks;
    await this.applyTracks();
  }

  /** How much may be sent to this person. @param people in the room with video */
  async setRung(rung: Rung, people: number): Promise<void> {
    if (this.rung === rung && this.people === people) return;
    const videoChanged = (this.rung === 'audio') !== (rung === 'audio');
    this.rung = rung;
    this.people = people;
    if (videoChanged) await this.applyTracks();
    else await this.applyCaps();
  }

  receive(signal: PeerSignal): void {
    this.work = this.work.then(() => this.handle(signal)).catch(() => this.broken());
  }

  /** The network is another one, or the way through it broke: new candidates on the same connection. */
  restart(): void {
    if (this.pc?.signalingState === 'stable' && this.pc.remoteDescription) this.pc.restartIce();
    else this.rebuild();
  }

  private open(generation: number): RTCPeerConnection {
    this.drop();
    this.generation = generation;
    this.early = [];
    this.makingOffer = false;
    this.ignoredOffer = false;
    const pc = new RTCPeerConnection(this.options.configuration());
    this.pc = pc;
    pc.onicecandidate = ({ candidate }) => {
      if (candidate) this.options.send({ generation, candidate: candidate.toJSON() });
    };
    pc.onconnectionstatechange = () => this.follow(pc);
    pc.oniceconnectionstatechange = () => this.follow(pc);
    pc.onnegotiationneeded = () => {
      // The answering side negotiates only what comes later (a restart): its first description is an answer.
      if (!this.options.offers && !pc.remoteDescription) return;
      this.work = this.work.then(() => this.offer(pc)).catch(() => this.broken());
    };
    this.watch();
    if (this.options.offers) {
      pc.addTransceiver('audio', { direction: 'sendrecv' });
      pc.addTransceiver('video', { direction: 'sendrecv' });
      pc.addTransceiver('video', { direction: 'sendrecv' });
      void this.adopt();
    }
    return pc;
  }

  private drop(): void {
    const pc = this.pc;
    this.pc = null;
    if (pc) {
      pc.onicecandidate = pc.onconnectionstatechange = pc.oniceconnectionstatechange = pc.onnegotiationneeded = null;
      pc.close();
    }
    for (const kind of KINDS) this.received[kind] = null;
  }

  /** Takes the transceivers in their order as the three kinds. */
  private async adopt(): Promise<void> {
    this.transceivers().forEach((transceiver, index) => {
      transceiver.direction = 'sendrecv';
      this.received[KINDS[index]!] = transceiver.receiver.track;
    });
    await this.applyTracks();
    this.options.onChange();
  }

  private transceivers(): RTCRtpTransceiver[] {
    return this.pc?.getTransceivers().slice(0, KINDS.length) ?? [];
  }

  private async applyTracks(): Promise<void> {
    await Promise.all(
      this.transceivers().map(async ({ sender }, index) => {
        const kind = KINDS[index]!;
        const track = kind === 'camera' && this.rung === 'audio' ? null : this.tracks[kind];
        if (sender.track !== track) await sender.replaceTrack(track).catch(() => {});
      }),
    );
    await this.applyCaps();
  }

  private async applyCaps(): Promise<void> {
    await Promise.all(this.transceivers().map(({ sender }, index) => capSender(sender, KINDS[index]!, this.rung, this.people)));
  }

  private async offer(pc: RTCPeerConnection): Promise<void> {
    if (this.pc !== pc || pc.signalingState !== 'stable') return;
    this.makingOffer = true;
    try {
      await pc.setLocalDescription();
      if (this.pc === pc && pc.localDescription) this.options.send({ generation: this.generation, description: plain(pc.localDescription) });
    } finally {
      this.makingOffer = false;
      this.beginning();
    }
  }

  private async handle(signal: PeerSignal): Promise<void> {
    if (this.closed) return;
    if (signal.rebuild) {
      if (this.options.offers && signal.generation >= this.generation) this.rebuild();
      return;
    }
    if (signal.generation < this.generation) return;
    if (signal.generation > this.generation) {
      // Only an offer begins a connection.
      if (this.options.offers || signal.description?.type !== 'offer') return;
      this.open(signal.generation);
    }
    const pc = this.pc;
    if (!pc) return;
    if (signal.description) await this.describe(pc, signal.description);
    else if (signal.candidate) await this.candidate(pc, signal.candidate);
  }

  private async describe(pc: RTCPeerConnection, description: RTCSessionDescriptionInit): Promise<void> {
    const collision = description.type === 'offer' && (this.makingOffer || pc.signalingState !== 'stable');
    this.ignoredOffer = collision && !this.options.polite;
    if (this.ignoredOffer) return;
    const first = !pc.remoteDescription;
    await pc.setRemoteDescription(description);
    if (this.pc !== pc) return;
    for (const candidate of this.early.splice(0)) await pc.addIceCandidate(candidate).catch(() => {});
    if (description.type === 'offer') {
      if (first) await this.adopt();
      await pc.setLocalDescription();
      if (this.pc === pc && pc.localDescription) this.options.send({ generation: this.generation, description: plain(pc.localDescription) });
    } else {
      await this.applyCaps();
    }
  }

  private async candidate(pc: RTCPeerConnection, candidate: RTCIceCandidateInit): Promise<void> {
    if (!pc.remoteDescription) {
      this.early.push(candidate);
      return;
    }
    try {
      await pc.addIceCandidate(candidate);
    } catch (error) {
      if (!this.ignoredOffer) throw error;
    }
  }

  private follow(pc: RTCPeerConnection): void {
    if (this.pc !== pc) return;
    if (pc.connectionState === 'connected') {
      clearTimeout(this.watchdog);
      clearTimeout(this.patience);
      this.patience = undefined;
      this.failures = 0;
      this.change('connected');
    } else if (pc.connectionState === 'failed') {
      this.change('lost');
      this.mend(pc);
    } else if (pc.connectionState === 'disconnected') {
      this.change('lost');
      this.patience ??= setTimeout(() => {
        this.patience = undefined;
        if (this.pc === pc && pc.connectionState !== 'connected') this.mend(pc);
      }, DISCONNECTED_MS);
    }
  }

  private mend(pc: RTCPeerConnection): void {
    if (this.pc !== pc) return;
    // One side restarts, else both offers meet; the other one's watchdog asks for more when that does not help.
    if (this.options.offers) this.restart();
    this.watch();
  }

  /** Not connected in time: built anew. */
  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      if (this.closed || this.pc?.connectionState === 'connected') return;
      this.broken();
    }, Math.min(WATCHDOG_MS + this.failures * MORE_EACH_TRY_MS, LONGEST_WATCHDOG_MS));
  }

  private broken(): void {
    if (this.closed) return;
    this.failures += 1;
    if (this.failures >= REBUILDS_BEFORE_FAILED) this.change('failed');
    this.rebuild();
  }

  private rebuild(): void {
    if (this.closed) return;
    if (this.options.offers) {
      this.open(this.generation + 1);
    } else {
      this.options.send({ generation: this.generation, rebuild: true });
      this.watch();
    }
  }

  private change(state: LinkState): void {
    // «failed» stays on the screen until the connection stands again.
    if (this.state === state || (this.state === 'failed' && state !== 'connected')) return;
    this.state = state;
    this.options.onChange();
  }
}

const plain = (description: RTCSessionDescription): RTCSessionDescriptionInit => ({ type: description.type, sdp: description.sdp });
