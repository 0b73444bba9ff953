import { call, del, get, post, put, segment } from '@/shared/api/client';
import type {
  ActiveCall, Board, BoardElement, BoardSave, DeviceCheckResult, Ice, LogEntry, Own, Room, RoomMessage, Ticket,
} from './types';

/** What both sides may ask of a room. */
export interface RoomEndpoints {
  room(signal?: AbortSignal): Promise<Room>;
  enter(connection: string, wish: Pick<Own, 'microphone' | 'camera'>): Promise<Ticket>;
  leave(connection: string): Promise<void>;
  own(connection: string, own: Own): Promise<Room>;
  ice(connection: string): Promise<Ice>;
  quality(connection: string, quality: { level: string; rung: string; lossPercent: number; roundTripMs: number }): Promise<void>;
  messages(after: number): Promise<{ items: RoomMessage[]; last: number }>;
  say(id: string, text: string): Promise<RoomMessage>;
  board(after: number): Promise<Board>;
  draw(connection: string, elements: BoardElement[]): Promise<{ number: number }>;
  agreeToRecording(agree: boolean): Promise<Room>;
  checkIce(): Promise<Ice>;
}

/** Besides, what only the doctor's side may ask. */
export interface StaffRoomEndpoints extends RoomEndpoints {
  ring(id: string, connection: string): Promise<Room>;
  cancelRing(ringId: string): Promise<Room>;
  admission(participantId: string, decision: 'ADMIT' | 'WAIT' | 'DECLINE'): Promise<Room>;
  host(participantId: string): Promise<Room>;
  mute(participantId: string): Promise<Room>;
  end(): Promise<Room>;
  delay(minutes: number): Promise<Room>;
  addListener(id: string, accountId: string): Promise<Room>;
  removeListener(id: string): Promise<Room>;
  recording(on: boolean): Promise<Room>;
  saveBoard(id: string, documentId: string): Promise<BoardSave>;
  boardSaves(): Promise<{ items: BoardSave[] }>;
  restoreBoard(id: string): Promise<{ number: number }>;
  log(): Promise<{ items: LogEntry[] }>;
}

export interface VisitRoomEndpoints extends RoomEndpoints {
  declineRing(ringId: string): Promise<Room>;
  consentToListener(id: string, consent: boolean): Promise<Room>;
  reportCheck(result: Omit<DeviceCheckResult, 'at' | 'requestId'>): Promise<DeviceCheckResult>;
}

const common = (room: string): RoomEndpoints => ({
  room: (signal) => get<Room>(room, undefined, signal),
  enter: (connection, { microphone, camera }) => post<Ticket>(`${room}/entry`, { connection, microphone, camera }),
  leave: (connection) => post<void>(`${room}/leave`, { connection }),
  own: (connection, own) => put<Room>(`${room}/own`, { connection, ...own }),
  ice: (connection) => post<Ice>(`${room}/ice`, { connection }),
  quality: (connection, quality) => post<void>(`${room}/quality`, { connection, ...quality }),
  messages: (after) => get(`${room}/messages`, { after, limit: 200 }),
  say: (id, text) => post<RoomMessage>(`${room}/messages`, { id, text }),
  board: (after) => get<Board>(`${room}/board`, { after }),
  draw: (connection, elements) => post(`${room}/board`, { connection, elements }),
  agreeToRecording: (agree) => put<Room>(`${room}/recording/consent`, { agree }),
  checkIce: () => post<Ice>(`${room}/device-check/ice`),
});

export function staffRoom(requestId: string): StaffRoomEndpoints {
  const room = `/api/conferencing/rooms/${segment(requestId)}`;
  return {
    ...common(room),
    ring: (id, connection) => post<Room>(`${room}/ring`, { id, connection }),
    cancelRing: (ringId) => post<Room>(`${room}/ring/cancel`, { ringId }),
    admission: (participantId, decision) => post<Room>(`${room}/admission`, { participantId, decision }),
    host: (participantId) => post<Room>(`${room}/host`, { participantId }),
    mute: (participantId) => post<Room>(`${room}/participants/${segment(participantId)}/microphone`, { on: false }),
    end: () => post<Room>(`${room}/end`),
    delay: (minutes) => put<Room>(`${room}/delay`, { minutes }),
    addListener: (id, accountId) => post<Room>(`${room}/listeners`, { id, accountId }),
    removeListener: (id) => del<Room>(`${room}/listeners/${segment(id)}`),
    recording: (on) => post<Room>(`${room}/recording`, { on }),
    saveBoard: (id, documentId) => post<BoardSave>(`${room}/board/saves`, { id, documentId }),
    boardSaves: () => get(`${room}/board/saves`),
    restoreBoard: (id) => post(`${room}/board/saves/${segment(id)}/restore`),
    log: () => get(`${room}/log`),
  };
}

const VISIT = '/api/visit/conferencing/room';

export const visitRoom: VisitRoomEndpoints = {
  ...common(VISIT),
  declineRing: (ringId) => post<Room>(`${VISIT}/ring/decline`, { ringId }),
  consentToListener: (id, consent) => put<Room>(`${VISIT}/listeners/${segment(id)}`, { consent }),
  reportCheck: (result) => put<DeviceCheckResult>(`${VISIT}/device-check`, result),
};

export const fetchCalls = (signal: AbortSignal): Promise<{ items: ActiveCall[] }> => get('/api/conferencing/calls', undefined, signal);

export function fetchDeviceChecks(requestIds: readonly string[], signal: AbortSignal): Promise<{ items: DeviceCheckResult[] }> {
  const query = requestIds.map((id) => `requestId=${segment(id)}`).join('&');
  return call(`/api/conferencing/device-checks?${query}`, { signal });
}
