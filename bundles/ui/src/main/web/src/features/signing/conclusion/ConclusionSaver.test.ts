import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '@/shared/api/client';
import type { Conclusion } from '../types';
import { ConclusionSaver, type ConclusionServer } from './ConclusionSaver';

const conclusion = (change: Partial<Conclusion> = {}): Conclusion => ({
  requestId: 'r1', template: 'REMOTE_CONSULTATION', form: { schema: {}, ui: null }, finishing: ['SIGNED'], answers: {}, sources: [], version: 0,
  savedAt: null, identification: null, writable: true, correction: null, documents: [], ...change,
});

let stored: Conclusion;
const put = vi.fn<ConclusionServer['put']>(async (_, body) => {
  if (body.version !== stored.version) throw new ApiError(409, 'signing.changed-meanwhile');
  stored = { ...stored, version: stored.version + 1, answers: body.answers, sources: [...body.sources] };
  return stored;
});
let saver: ConclusionSaver;

beforeEach(() => {
  vi.useFakeTimers();
  stored = conclusion();
  put.mockClear();
  saver = new ConclusionSaver(stored, { put, get: async () => stored });
});

afterEach(() => {
  saver.stop();
  vi.useRealTimers();
});

test('the first letter is saved, several once', async () => {
  saver.change({ answers: { summary: 'О' } });
  saver.change({ answers: { summary: 'ОРВИ' } });
  expect(saver.snapshot().save.kind).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(put).toHaveBeenCalledOnce();
  expect(saver.snapshot()).toMatchObject({ save: { kind: 'saved' }, conclusion: { version: 1, answers: { summary: 'ОРВИ' } } });
});

test('a form that only was opened saves nothing', async () => {
  saver.change({ answers: { summary: undefined } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(put).not.toHaveBeenCalled();
});

test('what is written during a write goes with the next one', async () => {
  let go: () => void = () => {};
  put.mockImplementationOnce(async (_, body) => {
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    stored = { ...stored, version: 1, answers: body.answers };
    return stored;
  });
  saver.change({ answers: { a: '1' } });
  await vi.advanceTimersByTimeAsync(1_000);
  saver.change({ answers: { a: '12' } });
  go();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stored).toMatchObject({ version: 2, answers: { a: '12' } });
});

test('without a connection it is tried again by itself', async () => {
  put.mockRejectedValueOnce(new ApiError(0, 'client.no-connection'));
  saver.change({ answers: { a: '1' } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saver.snapshot().save.kind).toBe('failed');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saver.snapshot().save.kind).toBe('saved');
});

test.each(['mine', 'theirs'] as const)('a change elsewhere is shown, and the doctor keeps %s', async (keep) => {
  stored = conclusion({ version: 5, answers: { a: 'другое' } });
  saver.change({ answers: { a: 'моё' } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saver.snapshot().save.kind).toBe('conflict');
  await expect(saver.flush()).rejects.toMatchObject({ code: 'signing.changed-meanwhile' });
  saver.resolve(keep);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saver.snapshot().save.kind).toBe('saved');
  expect(stored.answers).toEqual({ a: keep === 'mine' ? 'моё' : 'другое' });
  expect(saver.snapshot().answers).toEqual(stored.answers);
});

test('an answer lost on the way is no conflict', async () => {
  put.mockImplementationOnce(async (_, body) => {
    stored = { ...stored, version: 1, answers: body.answers };
    throw new ApiError(409, 'signing.changed-meanwhile');
  });
  saver.change({ answers: { a: '1' } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saver.snapshot()).toMatchObject({ save: { kind: 'saved' }, conclusion: { version: 1 } });
});

test('a request that was closed meanwhile keeps what was written on the screen', async () => {
  put.mockRejectedValueOnce(new ApiError(409, 'requests.closed'));
  saver.change({ answers: { a: '1' } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(put).toHaveBeenCalledOnce();
  expect(saver.snapshot()).toMatchObject({ save: { kind: 'closed' }, answers: { a: '1' } });
});

test('what is learnt during a write is not undone by its answer', async () => {
  const identification = { method: 'DOCUMENT' as const, at: '2026-01-01T09:00:00Z' };
  put.mockImplementationOnce(async (_, body) => {
    saver.learn({ identification });
    stored = { ...stored, version: 1, answers: body.answers };
    return stored;
  });
  saver.change({ answers: { a: '1' } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saver.snapshot()).toMatchObject({ save: { kind: 'saved' }, conclusion: { version: 1, identification } });
});
