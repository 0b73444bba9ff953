import type { PeerSignal, LocalTracks } from '../rtc/PeerLink';
import { PeerMesh, type Peer, type PeerView } from '../rtc/PeerMesh';
import type { Call } from './Call';
import { IceRenewal } from './IceRenewal';
import type { RoomMedia } from './RoomMedia';
import type { Participant, Room, Ticket } from './types';

const KEPT_SIGNALS = 200;
/** Nobody waits longer to see the room. */
const BEGUN_MS = 200;

/** The others of a room as peers of this tab: the one with the higher order is the newcomer, offers first and gives way later. */
export function peersOf(room: Room, me: Participant): Peer[] {
  return room.participants
    .filter((other) => other.id !== me.id && other.state === 'ADMITTED')
    .map((other) => {
      const newcomer = me.order > other.order;
      return {
        id: other.connection, participantId: other.id, offers: newcomer, polite: newcomer,
        heard: other.broadcasting && other.microphone, seen: other.broadcasting && (other.camera || other.screen),
      };
    });
}

/** Media from browser to browser, with the server as messenger. */
export class PeerSession implements RoomMedia {
  private readonly mesh: PeerMesh;
  private readonly ice: IceRenewal;
  /** Signals that wait for a socket. */
  private unsent: { to: string; data: string }[] = [];
  private readonly presence = new Map<string, Participant['presence']>();

  constructor(
    private readonly call: Call,
    ticket: Ticket,
    onChange: () => void,
  ) {
    this.mesh = new PeerMesh({
      configuration: () => this.ice.configuration(),
      send: (peer, signal) => this.send(peer.participantId, JSON.stringify(signal)),
      onChange,
    });
    this.ice = new IceRenewal(ticket.ice!, () => call.endpoints.ice(call.connection), (configuration) => this.mesh.setConfiguration(configuration));
  }

  renew({ ice }: Pick<Ticket, 'ice'>): void {
    if (ice) this.ice.take(ice);
  }

  follow(room: Room, me: Participant): void {
    this.mesh.setPeers(peersOf(room, me));
    for (const { id, connection, presence } of room.participants) {
      // Somebody whose network changed is back: new candidates on the same connection.
      if (this.presence.get(id) === 'RECONNECTING' && presence === 'PRESENT') this.mesh.mendLost(connection);
      this.presence.set(id, presence);
    }
  }

  begun(): Promise<void> {
    return Promise.race([this.mesh.begun(), new Promise<void>((resolve) => setTimeout(resolve, BEGUN_MS))]);
  }

  setTracks(tracks: LocalTracks): void {
    void this.mesh.setTracks(tracks);
  }

  hear(payload: unknown): void {
    const { fromConnection, toConnection, data } = (payload ?? {}) as Record<string, unknown>;
    if (toConnection !== this.call.connection || typeof fromConnection !== 'string' || typeof data !== 'string') return;
    try {
      this.mesh.receive(fromConnection, JSON.parse(data) as PeerSignal);
    } catch {
      // What is no signal is not listened to.
    }
  }

  views(): PeerView[] {
    return this.mesh.views();
  }

  retry(): void {
    this.mesh.retry();
  }

  connectionTo(participantId: string): RTCPeerConnection | null {
    const view = this.mesh.views().find((peer) => peer.participantId === participantId);
    return view ? this.mesh.connection(view.id) : null;
  }

  /** There is a socket again. */
  flush(): void {
    for (const { to, data } of this.unsent.splice(0)) this.send(to, data);
  }

  close(): void {
    this.ice.stop();
    this.mesh.close();
  }

  private send(to: string, data: string): void {
    const sent = this.call.live.send({ type: 'conferencing.signal', subject: this.call.requestId, payload: { connection: this.call.connection, to, data } });
    if (!sent) this.unsent = [...this.unsent, { to, data }].slice(-KEPT_SIGNALS);
  }
}
