import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveChannel } from './live';

class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 1;
  sent: unknown[] = [];
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;
  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }
  close(): void {
    this.closed = true;
  }
  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }
}

const last = (): FakeSocket => FakeSocket.all.at(-1)!;
const options = { path: '/live', onHint: vi.fn(), onConnected: vi.fn(), onPoll: vi.fn(), onState: vi.fn() };
let channel: LiveChannel;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.all = [];
  Object.values(options).forEach((value) => typeof value === 'function' && value.mockReset());
  channel = new LiveChannel(options);
  channel.start();
});

afterEach(() => {
  channel.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('connects to its own origin and hands hints on', () => {
  expect(last().url).toBe(`${window.location.origin.replace('http', 'ws')}/live`);
  last().say({ type: 'hello' });
  expect(options.onConnected).toHaveBeenCalledOnce();
  last().say({ type: 'chat.message', subject: 'r1', number: 7, payload: null });
  expect(options.onHint).toHaveBeenCalledWith({ type: 'chat.message', subject: 'r1', number: 7, payload: null });
});

test('says something only after the hello of the server', () => {
  const message = { type: 'conferencing.alive', subject: 'r1', payload: {} };
  expect(channel.send(message)).toBe(false);
  last().say({ type: 'hello' });
  expect(channel.send(message)).toBe(true);
  expect(last().sent).toEqual([message]);
  last().onclose!();
  expect(channel.send(message)).toBe(false);
});

test('what is not a hint is ignored', () => {
  last().say('not json');
  expect(options.onHint).not.toHaveBeenCalled();
});

test('without a socket it asks every three seconds and comes back', () => {
  last().say({ type: 'hello' });
  last().onclose!();
  expect(options.onState).toHaveBeenLastCalledWith(false);
  vi.advanceTimersByTime(900);
  expect(FakeSocket.all.length).toBeLessThanOrEqual(2);
  vi.advanceTimersByTime(2_200);
  expect(options.onPoll).toHaveBeenCalledTimes(1);
  expect(FakeSocket.all).toHaveLength(2);
  last().say({ type: 'hello' });
  expect(options.onConnected).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(options.onPoll).toHaveBeenCalledTimes(1);
});

test('tries more and more seldom', () => {
  for (let i = 0; i < 12; i++) {
    last().onclose?.();
    vi.advanceTimersByTime(31_000);
  }
  const before = FakeSocket.all.length;
  last().onclose!();
  vi.advanceTimersByTime(14_000);
  expect(FakeSocket.all).toHaveLength(before);
  vi.advanceTimersByTime(17_000);
  expect(FakeSocket.all).toHaveLength(before + 1);
});

test('a stopped channel stays silent', () => {
  const socket = last();
  channel.stop();
  expect(socket.closed).toBe(true);
  socket.onclose?.();
  socket.say({ type: 'requests.list' });
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.all).toHaveLength(1);
  expect(options.onPoll).not.toHaveBeenCalled();
  expect(options.onHint).not.toHaveBeenCalled();
});
