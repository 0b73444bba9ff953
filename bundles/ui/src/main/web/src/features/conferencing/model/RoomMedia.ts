import type { LocalTracks } from '../rtc/PeerLink';
import type { PeerView } from '../rtc/PeerMesh';
import type { Participant, Room, Ticket } from './types';

/** The media of one stay in the room, whatever carries them: the other browsers themselves, or a media server. */
export interface RoomMedia {
  /** A fresh ticket: new credentials, and a new pass to the media server where there is one. */
  renew(ticket: Pick<Ticket, 'ice' | 'access'>): void;
  /** The room as the server has it now: who is heard and seen. */
  follow(room: Room, me: Participant): void;
  /** When the connections to the others are on their way, or cannot begin soon. */
  begun(): Promise<void>;
  /** What is sent from now on; null sends nothing of that kind. */
  setTracks(tracks: LocalTracks): void;
  /** A signal that the server passed on. */
  hear(payload: unknown): void;
  views(): PeerView[];
  /** Builds the connections anew. */
  retry(): void;
  connectionTo(participantId: string): RTCPeerConnection | null;
  /** The live channel is there again. */
  flush(): void;
  close(): void;
}
