import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError, call, del, get, onSessionLost, post, put, url } from './client';
import { updatingDomains } from './updating';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers } });

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetched);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  fetched.mockReset();
  onSessionLost(() => {});
});

const failure = (promise: Promise<unknown>): Promise<ApiError> => promise.then(() => expect.fail('did not fail'), (error: ApiError) => error);

test('leaves empty query parameters out and encodes the rest', () => {
  expect(url('/api/x', { q: 'Ёлкина & Ко', state: null, closed: false, cursor: undefined, empty: '' })).toBe(
    '/api/x?q=%D0%81%D0%BB%D0%BA%D0%B8%D0%BD%D0%B0+%26+%D0%9A%D0%BE&closed=false',
  );
  expect(url('/api/x')).toBe('/api/x');
});

describe('writes', () => {
  test('are JSON from the same origin, also without a body', async () => {
    fetched.mockImplementation(async () => json(204, null));
    await put('/api/requests/routes/a/favourite');
    await post('/api/x', { a: 1 });
    await del('/api/x');
    const [putCall, postCall, deleteCall] = fetched.mock.calls;
    expect(putCall![1]).toMatchObject({ method: 'PUT', body: '{}', credentials: 'same-origin', headers: { 'Content-Type': 'application/json' } });
    expect(postCall![1]).toMatchObject({ method: 'POST', body: '{"a":1}' });
    expect(deleteCall![1]!.body).toBeUndefined();
  });
});

test('a refusal carries its code, members, field problems and the id for the operator', async () => {
  fetched.mockResolvedValueOnce(
    json(422, { code: 'requests.incomplete', instance: 'urn:uuid:42', problems: [{ field: 'email', code: 'required' }] }),
  );
  const error = await failure(post('/api/x', {}));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 422, code: 'requests.incomplete', requestId: '42' });
  expect(error.problems).toEqual([{ field: 'email', code: 'required' }]);
});

test('an answer that is no JSON is told by its status', async () => {
  fetched.mockResolvedValueOnce(new Response('<html>', { status: 502, headers: { 'Content-Type': 'text/html' } }));
  expect(await failure(get('/api/x'))).toMatchObject({ status: 502, code: 'http.502' });
});

test('a broken connection has a code of its own', async () => {
  fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await failure(get('/api/x'))).toMatchObject({ status: 0, code: 'client.no-connection' });
});

describe('401', () => {
  test('tells the frame that the session is lost', async () => {
    const lost = vi.fn();
    onSessionLost(lost);
    fetched.mockResolvedValueOnce(json(401, { code: 'platform.not-logged-in' }));
    await failure(get('/api/x'));
    expect(lost).toHaveBeenCalledOnce();
  });

  test('is an answer like any other where it is expected', async () => {
    const lost = vi.fn();
    onSessionLost(lost);
    fetched.mockResolvedValueOnce(json(401, { code: 'identity.wrong-credentials' }));
    expect(await failure(call('/api/identity/session', { method: 'POST', body: {}, expects401: true }))).toMatchObject({ code: 'identity.wrong-credentials' });
    expect(lost).not.toHaveBeenCalled();
  });
});

describe('a domain that is being updated', () => {
  const away = () => json(503, { code: 'platform.domain-away' }, { 'Retry-After': '2' });

  test('is asked again, and the frame knows meanwhile', async () => {
    fetched.mockResolvedValueOnce(away()).mockResolvedValueOnce(away()).mockResolvedValueOnce(json(200, { ok: true }));
    const answer = post<{ ok: boolean }>('/api/chat/chats/1/messages', { id: 'm' });
    await vi.advanceTimersByTimeAsync(100);
    expect(updatingDomains()).toEqual(['chat']);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await answer).toEqual({ ok: true });
    expect(updatingDomains()).toEqual([]);
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  test('is given up after a while', async () => {
    fetched.mockImplementation(async () => away());
    const answer = failure(get('/api/requests/list'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await answer).toMatchObject({ status: 503, code: 'platform.domain-away' });
    expect(fetched.mock.calls.length).toBeLessThan(30);
    expect(updatingDomains()).toEqual([]);
  });

  test('is not waited for by a call that nobody wants any more', async () => {
    fetched.mockImplementation(async () => away());
    const controller = new AbortController();
    const answer = failure(get('/api/requests/list', undefined, controller.signal));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    expect((await answer).name).toBe('AbortError');
    expect(updatingDomains()).toEqual([]);
  });

  test('a 503 without Retry-After is not repeated', async () => {
    fetched.mockResolvedValueOnce(json(503, { code: 'platform.unavailable' }));
    expect(await failure(get('/api/x'))).toMatchObject({ status: 503 });
    expect(fetched).toHaveBeenCalledOnce();
  });
});
