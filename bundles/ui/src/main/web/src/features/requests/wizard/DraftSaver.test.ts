import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '@/shared/api/client';
import type { Draft, DraftUpdate } from '@/shared/api/types';
import { DraftSaver } from './DraftSaver';

const draft = (change: Partial<Draft> = {}): Draft => ({
  id: 'd1', version: 1, step: 'PERSON', profile: { code: '97', title: { ru: 'Терапия', en: 'Therapy' } },
  route: { id: 'general.patient', version: '1', title: { ru: 'К', en: 'C' }, audience: 'PATIENT', profiles: [], notice: null, reasons: [], visitMinutes: 30, steps: [], terms: [], stages: [], conclusion: null, questionnaire: null },
  person: null, represented: null, email: null, phone: null, comment: null, consultantId: null, urgency: null, forms: {}, documents: [], steps: ['PERSON', 'CONTACT', 'CONSULTANT', 'SLOT'], answerProblems: [], updatedAt: '2026-11-23T06:30:00Z', problems: [], ...change,
});

let stored: Draft;
const put = vi.fn(async (_: string, update: DraftUpdate): Promise<Draft> => {
  if (update.version !== stored.version) throw new ApiError(409, 'requests.changed-meanwhile');
  stored = { ...stored, version: stored.version + 1, step: update.step, email: update.email, comment: update.comment };
  return stored;
});
const get = vi.fn(async () => stored);
let saver: DraftSaver;

beforeEach(() => {
  vi.useFakeTimers();
  stored = draft();
  put.mockClear();
  get.mockClear();
  saver = new DraftSaver(draft(), { put, get });
});

afterEach(() => {
  saver.close();
  vi.useRealTimers();
});

test('saves once after the typing pauses', async () => {
  for (const email of ['a', 'a@', 'a@b.ru']) saver.change({ email });
  expect(saver.current().save.kind).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(put).toHaveBeenCalledOnce();
  expect(stored.email).toBe('a@b.ru');
  expect(saver.current()).toMatchObject({ save: { kind: 'saved' }, draft: { version: 2 } });
});

test('what is typed during a write goes with the next one, with the new version', async () => {
  let answer: (saved: Draft) => void = () => {};
  put.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  saver.change({ email: 'first' });
  await vi.advanceTimersByTimeAsync(1_000);
  saver.change({ email: 'second' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(put).toHaveBeenCalledOnce();
  stored = { ...stored, version: 2, email: 'first' };
  answer(stored);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(put.mock.calls.map(([, update]) => [update.version, update.email])).toEqual([[1, 'first'], [2, 'second']]);
  expect(stored.email).toBe('second');
});

test('flush saves at once and answers the draft', async () => {
  saver.change({ step: 'CONTACT' });
  expect(await saver.flush()).toMatchObject({ version: 2, step: 'CONTACT' });
  expect(await saver.flush()).toMatchObject({ version: 2 });
  expect(put).toHaveBeenCalledOnce();
});

test('a failure keeps what was typed, says so and tries again by itself', async () => {
  put.mockRejectedValueOnce(new ApiError(0, 'client.no-connection'));
  saver.change({ email: 'a@b.ru' });
  await expect(saver.flush()).rejects.toMatchObject({ code: 'client.no-connection' });
  expect(saver.current()).toMatchObject({ save: { kind: 'failed' }, fields: { email: 'a@b.ru' } });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saver.current().save.kind).toBe('saved');
  expect(stored.email).toBe('a@b.ru');
});

test('an own write whose answer was lost is no conflict', async () => {
  put.mockImplementationOnce(async (_, update) => {
    stored = { ...stored, version: 2, email: update.email };
    throw new ApiError(0, 'client.no-connection');
  });
  saver.change({ email: 'a@b.ru' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saver.current()).toMatchObject({ save: { kind: 'saved' }, draft: { version: 2 } });
});

test('another tab: nothing is overwritten before the person has chosen', async () => {
  stored = draft({ version: 5, email: 'theirs@b.ru' });
  saver.change({ email: 'mine@b.ru' });
  await expect(saver.flush()).rejects.toMatchObject({ status: 409 });
  expect(saver.current().save.kind).toBe('conflict');
  saver.change({ comment: 'typed on' });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(stored.email).toBe('theirs@b.ru');

  saver.resolve('mine');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stored).toMatchObject({ version: 6, email: 'mine@b.ru', comment: 'typed on' });
});

test('another tab: its version can be taken', async () => {
  stored = draft({ version: 5, email: 'theirs@b.ru' });
  saver.change({ email: 'mine@b.ru' });
  await expect(saver.flush()).rejects.toBeInstanceOf(ApiError);
  saver.resolve('theirs');
  expect(saver.current()).toMatchObject({ fields: { email: 'theirs@b.ru' }, save: { kind: 'saved' }, draft: { version: 5 } });
});

test('a draft that is gone is not written any more', async () => {
  put.mockRejectedValueOnce(new ApiError(404, 'requests.draft-not-found'));
  saver.change({ email: 'a@b.ru' });
  await expect(saver.flush()).rejects.toMatchObject({ status: 404 });
  saver.change({ email: 'b@b.ru' });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(put).toHaveBeenCalledOnce();
  expect(saver.current().save.kind).toBe('gone');
});
