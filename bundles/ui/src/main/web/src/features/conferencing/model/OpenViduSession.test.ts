import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePeer } from '../rtc/fakePeer';
import type { Call } from './Call';
import { OpenViduSession, participantOf } from './OpenViduSession';
import type { Participant, Room, Ticket } from './types';

type Handler = (event: Record<string, unknown>) => void;

/** The library's session as its documentation describes it, without a server. */
class FakeSession {
  static all: FakeSession[] = [];
  readonly handlers = new Map<string, Handler>();
  token: string | null = null;
  disconnected = false;
  published: { stream: { getRTCPeerConnection: () => FakePeer } }[] = [];

  constructor() {
    FakeSession.all.push(this);
  }
  on(name: string, handler: Handler): void {
    this.handlers.set(name, handler);
  }
  async connect(token: string): Promise<void> {
    this.token = token;
  }
  async publish(publisher: FakeSession['published'][number]): Promise<void> {
    this.published.push(publisher);
  }
  async subscribeAsync(): Promise<object> {
    return {};
  }
  disconnect(): void {
    this.disconnected = true;
  }
}

const configurations: { rtcConfiguration: RTCConfiguration }[] = [];

vi.mock('openvidu-browser', () => ({
  OpenVidu: class {
    enableProdMode(): void {}
    setAdvancedConfiguration(configuration: { rtcConfiguration: RTCConfiguration }): void {
      configurations.push(configuration);
    }
    initSession = () => new FakeSession();
    async initPublisherAsync(): Promise<object> {
      const peer = new FakePeer({});
      peer.addTransceiver('audio', { direction: 'sendonly' });
      peer.addTransceiver('video', { direction: 'sendonly' });
      return { stream: { getRTCPeerConnection: () => peer } };
    }
  },
}));
vi.mock('../rtc/silentTracks', () => ({ silentTracks: () => ({ sound: { stop: () => {} }, picture: { stop: () => {} } }) }));

const ice = { iceServers: [], transport: 'all' as const, expiresAt: '2026-01-01T00:10:00Z', now: '2026-01-01T00:00:00Z' };
const ticket = (change: Partial<Ticket> = {}) => ({ ice, access: 'wss://video.example?token=1', publish: true, ...change }) as Ticket;
const person = (id: string, change: Partial<Participant> = {}) =>
  ({ id, connection: `tab-${id}`, state: 'ADMITTED', broadcasting: true, microphone: true, camera: true, screen: false, ...change }) as Participant;
const track = (kind: string) => ({ kind, enabled: true, getSettings: () => ({ height: 720 }) }) as unknown as MediaStreamTrack;
const settle = () => vi.advanceTimersByTimeAsync(0);
const senders = () => FakeSession.all.at(-1)!.published[0]!.stream.getRTCPeerConnection().getTransceivers().map(({ sender }) => sender.track);

let session: OpenViduSession;
let lost: number;

function newSession(of: Ticket): OpenViduSession {
  const made = new OpenViduSession({ endpoints: { ice: async () => ice }, connection: 'mine' } as unknown as Call, of, () => {}, () => (lost += 1));
  made.renew(of);
  return made;
}

/** A stream of a person arrives. */
function stream(participant: string, sound: MediaStreamTrack, picture: MediaStreamTrack) {
  const peer = Object.assign(new FakePeer({}), { addEventListener: (_: string, listener: () => void) => (peer.onconnectionstatechange = listener) });
  const it = {
    streamId: `stream-${participant}`,
    connection: { data: participant },
    getRTCPeerConnection: () => peer,
    getMediaStream: () => ({ getAudioTracks: () => [sound], getVideoTracks: () => [picture] }),
  };
  FakeSession.all.at(-1)!.handlers.get('streamCreated')!({ stream: it });
  return { it, peer };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MediaStream', class {
    constructor(private readonly tracks: unknown[]) {}
    getTracks() {
      return this.tracks;
    }
  });
  FakeSession.all = [];
  configurations.length = 0;
  lost = 0;
  session = newSession(ticket());
});
afterEach(() => {
  session.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('media through an OpenVidu server', () => {
  it('enters with the pass and with our own servers for the way, even if there are none', async () => {
    await settle();
    expect(FakeSession.all.map(({ token }) => token)).toEqual(['wss://video.example?token=1']);
    expect(configurations[0]!.rtcConfiguration).toMatchObject({ iceServers: [], iceTransportPolicy: 'all' });
  });

  it('sends what is switched on and nothing of what is switched off', async () => {
    const microphone = track('audio');
    const camera = track('video');
    session.setTracks({ microphone, camera, screen: null });
    await settle();
    expect(senders()).toEqual([microphone, camera]);
    session.setTracks({ microphone: null, camera: null, screen: null });
    await settle();
    expect(senders()).toEqual([null, null]);
    const screen = track('video');
    session.setTracks({ microphone, camera, screen });
    await settle();
    expect(senders()).toEqual([microphone, screen]);
  });

  it('publishes nothing of a listener', async () => {
    session.close();
    session = newSession(ticket({ publish: false }));
    await settle();
    expect(FakeSession.all.at(-1)!.published).toEqual([]);
  });

  it('shows each person by what our server says of him', async () => {
    await settle();
    session.follow({ participants: [person('me'), person('p1'), person('p2', { state: 'WAITING' })] } as Room, person('me'));
    expect(session.views()).toMatchObject([{ participantId: 'p1', state: 'connecting', streams: { camera: null } }]);

    const sound = track('audio');
    const picture = track('video');
    const { it: arrived, peer } = stream('p1', sound, picture);
    await settle();
    peer.become('connected');
    expect(session.views()).toMatchObject([{ participantId: 'p1', state: 'connected', lostSince: null }]);
    expect(session.views()[0]!.streams.camera?.getTracks()).toEqual([picture]);

    session.follow({ participants: [person('me'), person('p1', { microphone: false, camera: false, screen: true })] } as Room, person('me'));
    expect(sound.enabled).toBe(false);
    expect(session.views()[0]!.streams).toMatchObject({ camera: null });
    expect(session.views()[0]!.streams.screen?.getTracks()).toEqual([picture]);

    FakeSession.all.at(-1)!.handlers.get('streamDestroyed')!({ stream: arrived });
    expect(session.views()).toMatchObject([{ participantId: 'p1', state: 'connecting' }]);
  });

  it('asks for a new pass when the network broke, and enters with it', async () => {
    await settle();
    FakeSession.all[0]!.handlers.get('sessionDisconnected')!({ reason: 'networkDisconnect' });
    expect(lost).toBe(1);
    session.renew(ticket({ access: 'wss://video.example?token=2' }));
    session.renew(ticket({ access: 'wss://video.example?token=2' }));
    await settle();
    expect(FakeSession.all.map(({ token }) => token)).toEqual(['wss://video.example?token=1', 'wss://video.example?token=2']);
    session.close();
    await settle();
    expect(FakeSession.all[1]!.disconnected).toBe(true);
  });
});

it('reads the participant from the data of a connection', () => {
  expect(participantOf({ data: 'p1' } as never)).toBe('p1');
  expect(participantOf({ data: '{}%/%p1' } as never)).toBe('p1');
});
