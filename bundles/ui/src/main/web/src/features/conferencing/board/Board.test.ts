import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/shared/api/client';
import type { Hint } from '@/shared/api/types';
import type { LiveMessage } from '@/shared/hooks/hints';
import type { BoardElement } from '../model/types';
import { Board, type Drawn } from './Board';

const element = (id: string, version: number, nonce = 1): BoardElement => ({ id, version, nonce, element: JSON.stringify({ id, version, versionNonce: nonce }) });
let canvas: Map<string, Drawn>;
let said: LiveMessage[];
let socket: boolean;
let hint: (hint: Hint) => void;
let connected: () => void;
const endpoints = { board: vi.fn(), draw: vi.fn() };
let board: Board<Drawn>;

const draw = (id: string, version: number, versionNonce = 1) => {
  canvas.set(id, { id, version, versionNonce });
  board.drawn();
};
const hear = (number: number, payload: unknown) => hint({ type: 'conferencing.board', subject: 'r1', number, payload });
const ids = () => said.flatMap(({ payload }) => (payload.elements as BoardElement[]).map(({ id, version }) => `${id}${version}`));

beforeEach(async () => {
  vi.useFakeTimers();
  canvas = new Map();
  said = [];
  socket = true;
  endpoints.board.mockReset().mockResolvedValue({ number: 3, elements: [element('a', 1)] });
  endpoints.draw.mockReset().mockResolvedValue({ number: 4 });
  board = new Board('r1', 'me', endpoints, {
    send: (message) => {
      if (socket) said.push(message);
      return socket;
    },
    onHint: (listener) => { hint = listener; return () => {}; },
    onConnected: (listener) => { connected = listener; return () => {}; },
  }, { elements: () => [...canvas.values()], merge: (elements) => elements.forEach((each) => canvas.set(each.id, each)) });
  board.start();
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  board.stop();
  vi.useRealTimers();
});

describe('the board', () => {
  it('shows a late comer what is there, and sends none of it back', async () => {
    expect(canvas.get('a')?.version).toBe(1);
    board.drawn();
    await vi.advanceTimersByTimeAsync(500);
    expect(said).toEqual([]);
  });

  it('sends only what rose in version, gathered', async () => {
    draw('b', 1);
    draw('b', 2);
    draw('a', 1);
    await vi.advanceTimersByTimeAsync(200);
    expect(ids()).toEqual(['b2']);
  });

  it('takes what others draw when it is the next, and asks when something is missing', async () => {
    hear(4, { from: 'other', elements: [element('c', 1)] });
    expect(canvas.get('c')?.version).toBe(1);
    endpoints.board.mockResolvedValue({ number: 6, elements: [element('d', 1), element('e', 1)] });
    hear(6, { from: 'other', elements: [element('e', 1)] });
    await vi.advanceTimersByTimeAsync(0);
    expect(endpoints.board).toHaveBeenLastCalledWith(4);
    expect([...canvas.keys()].sort()).toEqual(['a', 'c', 'd', 'e']);
  });

  it('of two equal versions the lower nonce counts, on every screen', () => {
    hear(4, { from: 'other', elements: [element('a', 1, 5)] });
    expect(canvas.get('a')?.versionNonce).toBe(1);
    hear(5, { from: 'other', elements: [element('a', 1, 0)] });
    expect(canvas.get('a')?.versionNonce).toBe(0);
  });

  it('sends again what did not come back', async () => {
    draw('b', 1);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(endpoints.draw).toHaveBeenCalledTimes(1);
    expect(endpoints.draw.mock.calls[0]![1].map((each: BoardElement) => each.id)).toEqual(['b']);
  });

  it('is content when it came back', async () => {
    draw('b', 1);
    await vi.advanceTimersByTimeAsync(200);
    hear(4, { from: 'me', elements: [element('b', 1)] });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(endpoints.draw).not.toHaveBeenCalled();
  });

  it('without a socket it asks the server directly, and says what is refused', async () => {
    socket = false;
    endpoints.draw.mockRejectedValue(new ApiError(409, 'conferencing.board-full'));
    draw('b', 1);
    await vi.advanceTimersByTimeAsync(200);
    expect(board.snapshot().refused?.code).toBe('conferencing.board-full');
  });

  it('after a break catches up and sends what is left', async () => {
    socket = false;
    endpoints.draw.mockRejectedValueOnce(new ApiError(0, 'client.no-connection'));
    draw('b', 1);
    await vi.advanceTimersByTimeAsync(200);
    connected();
    await vi.advanceTimersByTimeAsync(10);
    expect(endpoints.draw).toHaveBeenCalledTimes(2);
  });
});
