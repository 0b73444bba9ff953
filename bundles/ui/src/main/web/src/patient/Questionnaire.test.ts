import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '@/shared/api/client';
import type { VisitQuestionnaire } from '@/shared/api/types';
import { Questionnaire } from './Questionnaire';

const FORM = { schema: '{}', ui: null };
const known = (part: Partial<VisitQuestionnaire> = {}): VisitQuestionnaire => ({ form: FORM, answers: {}, answeredAt: null, unsent: false, open: true, ...part });

function server(first = known()) {
  return {
    get: vi.fn(() => Promise.resolve(first)),
    keep: vi.fn((answers: Record<string, unknown>) => Promise.resolve(known({ answers, unsent: true }))),
    send: vi.fn((answers: Record<string, unknown>) => Promise.resolve(known({ answers, answeredAt: '2026-03-10T09:00:00Z' }))),
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('goes on with what was typed before', async () => {
  const questionnaire = new Questionnaire(server(known({ answers: { temperature: 38 }, unsent: true })));
  questionnaire.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(questionnaire.snapshot()).toMatchObject({ answers: { temperature: 38 }, save: 'saved', known: { unsent: true } });
});

test('keeps what is typed after a pause, once for several strokes', async () => {
  const endpoints = server();
  const questionnaire = new Questionnaire(endpoints);
  questionnaire.start();
  await vi.advanceTimersByTimeAsync(0);
  questionnaire.change({ temperature: 3 });
  questionnaire.change({ temperature: 39 });
  expect(questionnaire.snapshot().save).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(endpoints.keep.mock.calls).toEqual([[{ temperature: 39 }]]);
  expect(questionnaire.snapshot().save).toBe('saved');
});

test('tries again by itself when the connection is gone, and loses nothing', async () => {
  const endpoints = server();
  endpoints.keep.mockRejectedValueOnce(new ApiError(0, 'client.no-connection'));
  const questionnaire = new Questionnaire(endpoints);
  questionnaire.start();
  questionnaire.change({ temperature: 39 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(questionnaire.snapshot()).toMatchObject({ answers: { temperature: 39 }, save: 'failed', refusal: null });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(endpoints.keep).toHaveBeenCalledTimes(2);
  expect(questionnaire.snapshot().save).toBe('saved');
});

test('what the server refuses is shown at its fields and stays on the screen', async () => {
  const endpoints = server();
  endpoints.send.mockRejectedValueOnce(new ApiError(422, 'requests.incomplete', { problems: [{ field: 'breathless', code: 'required' }] }));
  const questionnaire = new Questionnaire(endpoints);
  questionnaire.start();
  questionnaire.change({ temperature: 39 });
  expect(await questionnaire.send()).toBe(false);
  expect(questionnaire.snapshot()).toMatchObject({ answers: { temperature: 39 }, refusal: 'requests.incomplete', problems: [{ field: 'breathless', code: 'required' }] });
  expect(await questionnaire.send()).toBe(true);
  expect(questionnaire.snapshot()).toMatchObject({ refusal: null, problems: [], known: { answeredAt: '2026-03-10T09:00:00Z' }, save: 'saved' });
});

test('says when the visit has begun meanwhile, and tries no more', async () => {
  const endpoints = server();
  endpoints.keep.mockRejectedValue(new ApiError(409, 'requests.questionnaire-over'));
  const questionnaire = new Questionnaire(endpoints);
  questionnaire.start();
  await vi.advanceTimersByTimeAsync(0);
  endpoints.get.mockResolvedValue(known({ open: false }));
  questionnaire.change({ temperature: 39 });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(endpoints.keep).toHaveBeenCalledOnce();
  expect(questionnaire.snapshot()).toMatchObject({ refusal: 'requests.questionnaire-over', known: { open: false } });
});

test('another look does not overwrite what is being typed', async () => {
  const questionnaire = new Questionnaire(server(known({ answers: { temperature: 36 } })));
  questionnaire.start();
  await vi.advanceTimersByTimeAsync(0);
  questionnaire.change({ temperature: 39 });
  await questionnaire.load();
  expect(questionnaire.snapshot().answers).toEqual({ temperature: 39 });
  questionnaire.stop();
});
