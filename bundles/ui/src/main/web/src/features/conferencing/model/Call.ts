import { isApiError } from '@/shared/api/client';
import type { Hint } from '@/shared/api/types';
import { uuidv7 } from '@/shared/api/uuid';
import { failureOf, type Failure } from '@/shared/failure';
import type { LiveConnection } from '@/shared/hooks/hints';
import { Store } from '@/shared/store';
import type { LocalMedia } from '../rtc/LocalMedia';
import type { PeerView } from '../rtc/PeerMesh';
import { OpenViduSession } from './OpenViduSession';
import { PeerSession } from './PeerSession';
import type { RoomMedia } from './RoomMedia';
import { worstQuality } from './ownQuality';
import type { RoomEndpoints } from './endpoints';
import type { Own, Participant, Room, Ticket } from './types';

/** Where this tab stands: before, in the waiting room, in the room, or why it is out. */
export type Phase = 'idle' | 'entering' | 'waiting' | 'in' | 'left' | 'over' | 'turned-away' | 'taken-over' | 'failed';

export interface CallState {
  phase: Phase;
  /** Why entering did not work, or the last command. */
  failure: Failure | null;
  room: Room | null;
  peers: readonly PeerView[];
  own: Own;
  /** When this tab entered, milliseconds of its clock. */
  enteredAt: number | null;
}

export const OUTSIDE: ReadonlySet<Phase> = new Set<Phase>(['idle', 'left', 'over', 'turned-away', 'taken-over', 'failed']);

const ALIVE_MS = 10_000;
const QUALITY_MS = 2_000;
const RETRY_MS = 2_000;

/** One person's part in the conference of a request: the room as the server has it, and the media that follow from it. */
export class Call extends Store<CallState> {
  readonly connection: string = uuidv7();
  private session: RoomMedia | null = null;
  private readonly stops: (() => void)[] = [];
  private reading = false;
  private readAgain = false;
  private writing = 0;
  private entering = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private alive: ReturnType<typeof setInterval> | undefined;
  private qualityTimer: ReturnType<typeof setTimeout> | undefined;
  private saidQuality = '';

  constructor(
    readonly requestId: string,
    readonly endpoints: RoomEndpoints,
    readonly live: LiveConnection,
    readonly media: LocalMedia,
  ) {
    super({
      phase: 'idle', failure: null, room: null, peers: [], enteredAt: null,
      own: { microphone: true, camera: true, broadcasting: true, screen: false },
    });
  }

  get me(): Participant | null {
    const { room } = this.snapshot();
    return room?.participants.find(({ id }) => id === room.me) ?? null;
  }

  /** Enters the room. The devices start at the same time as the server is asked: waiting for one another would cost a second. */
  async enter(wish: Pick<Own, 'microphone' | 'camera'>): Promise<void> {
    if (!OUTSIDE.has(this.snapshot().phase)) return;
    this.change({ phase: 'entering', failure: null, own: { ...wish, broadcasting: true, screen: false } });
    this.listen();
    const devices = this.media.start(wish);
    try {
      await this.take(await this.endpoints.enter(this.connection, wish));
    } catch (error) {
      this.stopListening();
      this.change({ phase: 'failed', failure: failureOf(error) });
      this.media.stop('camera');
      this.media.stop('microphone');
      return;
    }
    await devices;
    this.followDevices();
  }

  async leave(): Promise<void> {
    this.finish('left');
    await this.endpoints.leave(this.connection).catch(() => {});
  }

  /** Switches what is sent. Off is done at once, whatever the server says; on follows when the server has agreed. */
  async switch(part: Partial<Own>): Promise<void> {
    const before = this.snapshot().own;
    const own = { ...before, ...part };
    if (own.screen && !before.screen && !(await this.media.shareScreen())) return;
    this.change({ own, failure: null });
    this.sendTracks();
    const starting = this.media.start({ camera: own.camera, microphone: own.microphone });
    if (!own.camera) this.media.stop('camera');
    if (!own.screen) this.media.stop('screen');
    this.writing += 1;
    try {
      const room = await this.endpoints.own(this.connection, own);
      this.writing -= 1;
      await starting;
      this.apply(room);
      this.followDevices();
    } catch (error) {
      this.writing -= 1;
      this.change({ failure: failureOf(error) });
      void this.refresh();
    }
  }

  /** A command of the host or the like: its answer is the room. */
  async command(act: () => Promise<Room>): Promise<boolean> {
    this.change({ failure: null });
    try {
      this.apply(await act());
      return true;
    } catch (error) {
      this.change({ failure: failureOf(error) });
      void this.refresh();
      return false;
    }
  }

  dismissFailure(): void {
    this.change({ failure: null });
  }

  /** Builds the connections anew, on the person's wish. */
  reconnect(): void {
    this.session?.retry();
  }

  /** Reads the room again. One question at a time. */
  async refresh(): Promise<void> {
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    this.reading = true;
    clearTimeout(this.retry);
    try {
      do {
        this.readAgain = false;
        this.apply(await this.endpoints.room());
      } while (this.readAgain);
    } catch (error) {
      // The media go on without the server; the controls come back with it.
      if (!OUTSIDE.has(this.snapshot().phase)) {
        if (isApiError(error) && (error.status === 404 || error.status === 401 || error.status === 403)) this.finish('over');
        else this.retry = setTimeout(() => void this.refresh(), RETRY_MS);
      }
    } finally {
      this.reading = false;
    }
  }

  close(): void {
    this.finish('left');
    this.media.close();
  }

  /** For measurements: what the browser knows of the connection to a person. */
  connectionTo(participantId: string): RTCPeerConnection | null {
    return this.session?.connectionTo(participantId) ?? null;
  }

  private async take(ticket: Ticket): Promise<void> {
    this.sayAlive();
    if (ticket.state === 'ADMITTED' && ticket.ice) {
      const session = (this.session ??= this.mediaBy(ticket));
      session.renew(ticket);
      const me = ticket.room.participants.find(({ id }) => id === ticket.room.me);
      if (me) {
        // The offers go out before the room is drawn, which keeps a weak computer busy for longer than a connection needs.
        session.follow(ticket.room, me);
        this.sendTracks();
        await session.begun();
        if (this.session !== session) return;
      }
      this.change({ phase: 'in', enteredAt: this.snapshot().enteredAt ?? Date.now() });
    } else {
      this.change({ phase: 'waiting' });
    }
    const { room } = this.snapshot();
    this.apply(room?.conferenceId === ticket.room.conferenceId && room.number > ticket.room.number ? room : ticket.room);
  }

  private mediaBy(ticket: Ticket): RoomMedia {
    const onChange = (): void => this.mediaChanged();
    return ticket.engine === 'OPENVIDU' ? new OpenViduSession(this, ticket, onChange, () => void this.admitted()) : new PeerSession(this, ticket, onChange);
  }

  private apply(room: Room): void {
    const { phase, room: before } = this.snapshot();
    if (before && before.conferenceId === room.conferenceId && room.number < before.number) return;
    this.change({ room });
    if (OUTSIDE.has(phase) || phase === 'entering') return;
    const me = room.participants.find(({ id }) => id === room.me);
    if (!me) {
      this.finish(room.state === 'ENDED' || room.state === 'NONE' ? 'over' : 'turned-away');
    } else if (me.connection !== this.connection) {
      this.finish('taken-over');
    } else if (me.state === 'WAITING') {
      this.session?.close();
      this.session = null;
      this.change({ phase: 'waiting', peers: [] });
    } else if (!this.session) {
      void this.admitted();
    } else {
      if (this.writing === 0) this.obey(me);
      this.session.follow(room, me);
      this.sendTracks();
    }
  }

  /** The server's word about what is sent counts: the host may have switched the microphone off. */
  private obey(me: Participant): void {
    const { microphone, broadcasting, screen } = me;
    const camera = me.camera && me.videoAllowed;
    const own = this.snapshot().own;
    if (own.microphone === microphone && own.camera === camera && own.broadcasting === broadcasting && own.screen === screen) return;
    this.change({ own: { microphone, camera, broadcasting, screen } });
    if (!camera) this.media.stop('camera');
    if (!screen) this.media.stop('screen');
  }

  private async admitted(): Promise<void> {
    if (this.entering) return;
    this.entering = true;
    try {
      await this.take(await this.endpoints.enter(this.connection, this.snapshot().own));
    } catch {
      this.retry = setTimeout(() => void this.refresh(), RETRY_MS);
    } finally {
      this.entering = false;
    }
  }

  private sendTracks(): void {
    const { own } = this.snapshot();
    const { microphone, camera, screen } = this.media.snapshot();
    this.session?.setTracks({
      microphone: own.broadcasting && own.microphone ? microphone : null,
      camera: own.broadcasting && own.camera ? camera : null,
      screen: own.broadcasting && own.screen ? screen : null,
    });
  }

  /** A device that does not work is said to be off, so that nobody waits for a picture that cannot come. */
  private followDevices(): void {
    const { phase, own } = this.snapshot();
    const { camera, microphone, screen, starting } = this.media.snapshot();
    this.sendTracks();
    if (OUTSIDE.has(phase) || starting || this.writing > 0) return;
    const real = { ...own, camera: own.camera && camera !== null, microphone: own.microphone && microphone !== null, screen: own.screen && screen !== null };
    if (real.camera === own.camera && real.microphone === own.microphone && real.screen === own.screen) return;
    this.change({ own: real });
    this.writing += 1;
    void this.endpoints
      .own(this.connection, real)
      .then((room) => {
        this.writing -= 1;
        this.apply(room);
      })
      .catch(() => {
        this.writing -= 1;
        void this.refresh();
      });
  }

  private listen(): void {
    this.stopListening();
    this.stops.push(
      this.live.onHint((hint) => this.heard(hint)),
      this.live.onConnected(() => {
        this.sayAlive();
        this.session?.flush();
        void this.refresh();
      }),
      this.media.subscribe(() => this.followDevices()),
    );
    this.alive = setInterval(() => this.sayAlive(), ALIVE_MS);
  }

  private stopListening(): void {
    clearInterval(this.alive);
    clearTimeout(this.retry);
    clearTimeout(this.qualityTimer);
    this.qualityTimer = undefined;
    this.stops.splice(0).forEach((stop) => stop());
  }

  private heard(hint: Hint): void {
    if (hint.type === 'conferencing.who-is-there') {
      this.sayAlive();
      void this.refresh();
    }
    if (hint.subject !== this.requestId) return;
    if (hint.type === 'conferencing.room') void this.refresh();
    else if (hint.type === 'conferencing.signal') this.session?.hear(hint.payload);
  }

  private sayAlive(): void {
    this.live.send({ type: 'conferencing.alive', subject: this.requestId, payload: { connection: this.connection } });
  }

  private mediaChanged(): void {
    this.change({ peers: this.session?.views() ?? [] });
    this.qualityTimer ??= setTimeout(() => {
      this.qualityTimer = undefined;
      this.sayQuality();
    }, QUALITY_MS);
  }

  private sayQuality(): void {
    const quality = worstQuality(this.snapshot().peers);
    if (!quality || this.snapshot().phase !== 'in') return;
    const word = `${quality.level} ${quality.rung}`;
    if (word === this.saidQuality) return;
    this.saidQuality = word;
    void this.endpoints.quality(this.connection, quality).catch(() => {
      this.saidQuality = '';
    });
  }

  private finish(phase: Phase): void {
    if (OUTSIDE.has(this.snapshot().phase)) return;
    this.stopListening();
    this.session?.close();
    this.session = null;
    for (const kind of ['camera', 'microphone', 'screen'] as const) this.media.stop(kind);
    this.change({ phase, peers: [], enteredAt: null });
  }

  private change(part: Partial<CallState>): void {
    this.set({ ...this.snapshot(), ...part });
  }
}
