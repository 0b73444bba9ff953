import type { Instant } from '@/shared/api/types';

/** The conference of a request, as the server tells it; the same on both sides, the doctor's and the patient's. */
export interface Room {
  requestId: string;
  state: 'NONE' | 'RINGING' | 'WAITING' | 'IN_PROGRESS' | 'ENDED';
  number: number;
  conferenceId: string | null;
  startedAt: Instant | null;
  endedAt: Instant | null;
  engine: 'P2P' | 'OPENVIDU';
  videoLimit: number;
  hostId: string | null;
  /** Who handed the host's right over first and may take it back. */
  lenderId: string | null;
  me: string | null;
  /** The request takes no more calls. */
  closed: boolean;
  delayMinutes: number;
  ring: Ring | null;
  participants: Participant[];
  listeners: Listener[];
  recording: Recording;
  lastMessage: number;
  boardNumber: number;
  deviceCheck: DeviceCheckResult | null;
}

export type Role = 'STAFF' | 'PATIENT' | 'LISTENER';

export interface Participant {
  id: string;
  name: string;
  role: Role;
  accountId: string | null;
  state: 'WAITING' | 'ADMITTED';
  presence: 'PRESENT' | 'RECONNECTING';
  host: boolean;
  microphone: boolean;
  camera: boolean;
  broadcasting: boolean;
  screen: boolean;
  mutedByHost: boolean;
  videoAllowed: boolean;
  order: number;
  connection: string;
  since: Instant;
  quality: { level: QualityLevel; rung: QualityRung; lossPercent: number | null; roundTripMs: number | null } | null;
}

export type QualityLevel = 'GOOD' | 'FAIR' | 'POOR' | 'LOST';
export type QualityRung = 'V720' | 'V360' | 'V180' | 'AUDIO' | 'CHAT';

export interface Ring {
  id: string;
  state: 'RINGING' | 'ANSWERED' | 'DECLINED' | 'UNANSWERED' | 'CANCELLED';
  byName: string;
  at: Instant;
  until: Instant;
  now: Instant;
}

export interface Listener {
  id: string;
  accountId: string;
  name: string;
  position: string | null;
  organisation: string | null;
  state: 'ASKED' | 'CONSENTED' | 'REFUSED';
}

export interface Recording {
  state: 'OFF' | 'ASKED' | 'ON';
  since: Instant | null;
  agreed: string[];
  supported: boolean;
}

export interface Ice {
  iceServers: { urls: string[]; username?: string | null; credential?: string | null }[];
  transport: 'all' | 'relay';
  expiresAt: Instant;
  now: Instant;
}

export interface Ticket {
  participantId: string;
  connection: string;
  state: 'WAITING' | 'ADMITTED';
  engine: Room['engine'];
  roomName: string | null;
  access: string | null;
  publish: boolean;
  video: boolean;
  ice: Ice | null;
  room: Room;
}

export interface RoomMessage {
  id: string;
  number: number;
  at: Instant;
  participantId: string;
  authorName: string;
  role: Role;
  mine: boolean;
  text: string;
}

export interface BoardElement {
  id: string;
  version: number;
  nonce: number;
  /** The drawing's own JSON. */
  element: string;
}

export interface Board {
  number: number;
  elements: BoardElement[];
}

export interface BoardSave {
  id: string;
  at: Instant;
  byName: string;
  documentId: string;
  number: number;
}

export interface LogEntry {
  at: Instant;
  kind:
    | 'RANG' | 'ANSWERED' | 'DECLINED' | 'UNANSWERED' | 'CANCELLED' | 'ENTERED' | 'WAITED' | 'ADMITTED' | 'PUT_BACK' | 'REFUSED'
    | 'RECONNECTING' | 'RETURNED' | 'LEFT' | 'HOST' | 'MUTED' | 'QUALITY' | 'RECORDING_ON' | 'RECORDING_OFF' | 'ENDED';
  name: string | null;
  role: Role | null;
  conferenceId: string | null;
  detail: Readonly<Record<string, string>>;
}

export interface ActiveCall {
  requestId: string;
  requestName: string;
  state: Room['state'];
  waiting: { participantId: string; name: string; since: Instant }[];
  deviceCheck: DeviceCheckResult | null;
  inRoom: boolean;
  /** Asked to watch, with the patient's consent. */
  watching: boolean;
}

export interface DeviceCheckResult {
  requestId: string;
  at: Instant;
  outcome: 'OK' | 'LIMITED' | 'FAILED';
  camera: DeviceWord;
  microphone: DeviceWord;
  sound: DeviceWord;
  udp: boolean | null;
  tcp: boolean | null;
  lossPercent: number | null;
  kilobitsPerSecond: number | null;
  roundTripMs: number | null;
  cause: 'PERMISSION' | 'BUSY_DEVICE' | 'UDP_BLOCKED' | 'EXTENSION' | 'SEVERAL_ADAPTERS' | 'BROWSER' | 'NO_DEVICE' | null;
  browser: string;
}

export type DeviceWord = 'OK' | 'DENIED' | 'MISSING' | 'BUSY' | 'FAILED' | 'SKIPPED';

/** What one sends, as one wants it. */
export interface Own {
  microphone: boolean;
  camera: boolean;
  broadcasting: boolean;
  screen: boolean;
}
