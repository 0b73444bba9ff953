import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePeer } from './fakePeer';
import { WATCHDOG_MS, type PeerSignal } from './PeerLink';
import { PeerMesh, type Peer } from './PeerMesh';

const peer = (change: Partial<Peer> = {}): Peer => ({ id: 'c1', participantId: 'p1', offers: true, polite: true, heard: true, seen: true, ...change });
const settle = () => vi.advanceTimersByTimeAsync(0);
const track = (kind: string) => ({ kind, getSettings: () => ({ height: 720 }) }) as unknown as MediaStreamTrack;

let sent: { to: string; signal: PeerSignal }[];
let mesh: PeerMesh;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.stubGlobal('MediaStream', class {
    constructor(private readonly tracks: unknown[]) {}
    getTracks() {
      return this.tracks;
    }
  });
  FakePeer.all = [];
  sent = [];
  mesh = new PeerMesh({ configuration: () => ({}), send: ({ id }, signal) => sent.push({ to: id, signal }), onChange: () => {} });
});
afterEach(() => {
  mesh.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const offers = () => sent.filter(({ signal }) => signal.description?.type === 'offer').length;
const state = () => mesh.views()[0]!.state;

describe('the newcomer of a pair', () => {
  it('makes the first offer with sound, camera and screen in their places', async () => {
    mesh.setPeers([peer()]);
    await settle();
    expect(sent).toEqual([{ to: 'c1', signal: { generation: 1, description: { type: 'offer', sdp: '0' } } }]);
    expect(FakePeer.last().getTransceivers().map(({ receiver }) => receiver.track.kind)).toEqual(['audio', 'video', 'video']);
  });

  it('builds the connection anew when it does not stand after ten seconds', async () => {
    mesh.setPeers([peer()]);
    await vi.advanceTimersByTimeAsync(WATCHDOG_MS);
    expect(FakePeer.all).toHaveLength(2);
    expect(FakePeer.all[0]!.closed).toBe(true);
    expect(sent.at(-1)!.signal.generation).toBe(2);
    await vi.advanceTimersByTimeAsync(WATCHDOG_MS);
    // The second try is given more time.
    expect(FakePeer.all).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(WATCHDOG_MS / 2);
    expect(state()).toBe('failed');
    FakePeer.last().become('connected');
    expect(state()).toBe('connected');
  });

  it('does not listen to an answer to an offer of before', async () => {
    mesh.setPeers([peer()]);
    await vi.advanceTimersByTimeAsync(WATCHDOG_MS);
    mesh.receive('c1', { generation: 1, description: { type: 'answer', sdp: 'old' } });
    await settle();
    expect(FakePeer.last().remoteDescription).toBeNull();
  });

  it('builds anew when the other side asks for it', async () => {
    mesh.setPeers([peer()]);
    await settle();
    mesh.receive('c1', { generation: 1, rebuild: true });
    await settle();
    expect(offers()).toBe(2);
  });
});

describe('the one who was there before', () => {
  it('does not offer, answers with its own tracks', async () => {
    void mesh.setTracks({ microphone: track('audio'), camera: track('video'), screen: null });
    mesh.setPeers([peer({ offers: false, polite: false })]);
    await settle();
    expect(sent).toEqual([]);
    mesh.receive('c1', { generation: 1, candidate: { candidate: 'early' } });
    mesh.receive('c1', { generation: 1, description: { type: 'offer', sdp: 'o' } });
    mesh.receive('c1', { generation: 1, candidate: { candidate: 'late' } });
    await settle();
    expect(sent).toEqual([{ to: 'c1', signal: { generation: 1, description: { type: 'answer', sdp: '0' } } }]);
    expect(FakePeer.last().getTransceivers().map(({ direction, sender }) => [direction, (sender.track as { kind: string } | null)?.kind])).toEqual([
      ['sendrecv', 'audio'], ['sendrecv', 'video'], ['sendrecv', undefined],
    ]);
    expect(FakePeer.last().candidates).toEqual([{ candidate: 'late' }]);
  });

  it('asks for a rebuild when no offer comes', async () => {
    mesh.setPeers([peer({ offers: false, polite: false })]);
    await vi.advanceTimersByTimeAsync(WATCHDOG_MS);
    expect(sent).toEqual([{ to: 'c1', signal: { generation: 0, rebuild: true } }]);
  });

  it('hears signals that came before the list of the room named their sender', async () => {
    mesh.receive('c1', { generation: 1, description: { type: 'offer', sdp: 'o' } });
    mesh.setPeers([peer({ offers: false, polite: false })]);
    await settle();
    expect(sent.at(-1)!.signal.description?.type).toBe('answer');
  });
});

describe('a connection that breaks', () => {
  const connected = async () => {
    mesh.setPeers([peer()]);
    await settle();
    mesh.receive('c1', { generation: 1, description: { type: 'answer', sdp: 'a' } });
    await settle();
    FakePeer.last().become('connected');
  };

  it('is restarted after three seconds, at once when it failed', async () => {
    await connected();
    FakePeer.last().become('disconnected');
    expect(state()).toBe('lost');
    await vi.advanceTimersByTimeAsync(2_900);
    expect(FakePeer.last().restarts).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(FakePeer.last().restarts).toBe(1);
    expect(offers()).toBe(2);
    FakePeer.last().become('failed');
    await settle();
    expect(FakePeer.all).toHaveLength(2);
  });

  it('that comes back by itself is left alone', async () => {
    await connected();
    FakePeer.last().become('disconnected');
    FakePeer.last().become('connected');
    await vi.advanceTimersByTimeAsync(WATCHDOG_MS);
    expect(FakePeer.last().restarts).toBe(0);
    expect(state()).toBe('connected');
  });

  it('the impolite side does not take an offer that meets its own', async () => {
    mesh.setPeers([peer({ polite: false })]);
    await settle();
    mesh.receive('c1', { generation: 1, description: { type: 'offer', sdp: 'theirs' } });
    await settle();
    expect(FakePeer.last().remoteDescription).toBeNull();
  });
});

describe('the room', () => {
  it('closes the connection to whoever left', async () => {
    mesh.setPeers([peer(), peer({ id: 'c2', participantId: 'p2' })]);
    await settle();
    mesh.setPeers([peer({ id: 'c2', participantId: 'p2' })]);
    expect(FakePeer.all.map(({ closed }) => closed)).toEqual([true, false]);
    expect(mesh.views().map(({ participantId }) => participantId)).toEqual(['p2']);
  });

  it('does not play a microphone that is off, whatever comes in', async () => {
    mesh.setPeers([peer()]);
    await settle();
    mesh.setPeers([peer({ heard: false })]);
    expect(FakePeer.last().getTransceivers()[0]!.receiver.track.enabled).toBe(false);
    mesh.setPeers([peer()]);
    expect(FakePeer.last().getTransceivers()[0]!.receiver.track.enabled).toBe(true);
  });

  it('sends nothing of what was switched off', async () => {
    mesh.setPeers([peer()]);
    await settle();
    await mesh.setTracks({ microphone: track('audio'), camera: track('video'), screen: null });
    await mesh.setTracks({ microphone: null, camera: null, screen: null });
    expect(FakePeer.last().getTransceivers().map(({ sender }) => sender.track)).toEqual([null, null, null]);
  });
});
