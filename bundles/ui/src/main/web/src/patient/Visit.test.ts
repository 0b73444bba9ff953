import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/shared/api/client';
import type { VisitSession } from '@/shared/api/types';
import type { VisitEndpoints } from './endpoints';
import { Visit } from './Visit';

const session = (part: Partial<VisitSession> = {}): VisitSession => ({
  requestId: '019ab000-0000-7000-8000-000000000001',
  patientName: 'Иванова Анна Петровна',
  representativeName: null,
  number: '2026-000123',
  consultantName: 'Щербаков Пётр Ильич',
  consultantPosition: 'врач-терапевт',
  organisationName: 'Поликлиника',
  visitStart: '2026-11-24T07:15:00Z',
  visitMinutes: 30,
  closed: false,
  consent: { given: true, version: '1', text: 'Согласие' },
  notice: 'Звоните 103',
  region: { name: 'Регион', logoText: 'Регион', timeZone: 'Europe/Moscow' },
  ...part,
});

const fails = (status: number, code: string, members = {}) => () => Promise.reject(new ApiError(status, code, members));

function server(part: Partial<VisitEndpoints> = {}): VisitEndpoints {
  return {
    challenge: async () => ({ needsLastFour: true }),
    open: async () => session(),
    session: fails(401, 'platform.not-logged-in'),
    consent: async () => session(),
    close: async () => {},
    ...part,
  };
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.useRealTimers());

describe('opening a link', () => {
  it('asks the check before anything is shown, and takes the token out of the address only then', async () => {
    const opened = vi.fn();
    const visit = new Visit(server(), opened);
    await visit.start('token');
    expect(visit.snapshot()).toMatchObject({ name: 'check', token: 'token', needsLastFour: true });
    expect(opened).not.toHaveBeenCalled();
    await visit.check('1980-03-05', '1234');
    expect(visit.snapshot()).toMatchObject({ name: 'chat' });
    expect(opened).toHaveBeenCalledOnce();
  });

  it.each([
    [404, 'identity.link-unknown', 'unknown'],
    [410, 'identity.link-expired', 'expired'],
    [410, 'identity.link-revoked', 'revoked'],
    [410, 'identity.link-locked', 'locked'],
  ] as const)('says what to do about %i %s', async (status, code, trouble) => {
    const visit = new Visit(server({ challenge: fails(status, code) }), () => {});
    await visit.start('token');
    expect(visit.snapshot()).toEqual({ name: 'trouble', trouble });
  });

  it('goes straight in with a living session, and asks for the link without one', async () => {
    const visit = new Visit(server({ session: async () => session() }), () => {});
    await visit.start(null);
    expect(visit.snapshot().name).toBe('chat');
    const nobody = new Visit(server(), () => {});
    await nobody.start(null);
    expect(nobody.snapshot()).toEqual({ name: 'trouble', trouble: 'noLink' });
  });

  it('does not ask twice for the link that opened the living session, but asks for another', async () => {
    const endpoints = server();
    const visit = new Visit(endpoints, () => {});
    await visit.start('first');
    await visit.check('1980-03-05', null);
    endpoints.session = async () => session();
    const again = new Visit(endpoints, () => {});
    await again.start('first');
    expect(again.snapshot().name).toBe('chat');
    await again.start('second');
    expect(again.snapshot()).toMatchObject({ name: 'check', token: 'second' });
  });

  it('asks again by itself while the server is out of reach', async () => {
    vi.useFakeTimers();
    let up = false;
    const visit = new Visit(server({ challenge: () => (up ? Promise.resolve({ needsLastFour: false }) : fails(0, 'client.no-connection')()) }), () => {});
    await visit.start('token');
    expect(visit.snapshot().name).toBe('unreachable');
    up = true;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(visit.snapshot()).toMatchObject({ name: 'check', needsLastFour: false });
  });
});

describe('the check', () => {
  it('counts down and ends at a locked link', async () => {
    let left = 2;
    const visit = new Visit(server({ open: () => fails(401, 'identity.link-check-failed', { attemptsLeft: --left })() }), () => {});
    await visit.start('token');
    await visit.check('1980-03-05', '1234');
    expect(visit.snapshot()).toMatchObject({ name: 'check', busy: false, refusal: { kind: 'mismatch', attemptsLeft: 1 } });
    await visit.check('1980-03-05', '1234');
    expect(visit.snapshot()).toEqual({ name: 'trouble', trouble: 'locked' });
  });

  it('keeps the form when the server does not answer', async () => {
    const visit = new Visit(server({ open: fails(503, 'platform.domain-away') }), () => {});
    await visit.start('token');
    await visit.check('1980-03-05', '1234');
    expect(visit.snapshot()).toMatchObject({ name: 'check', refusal: { kind: 'error', code: 'platform.domain-away' } });
  });
});

describe('the consent', () => {
  const asked = session({ consent: { given: false, version: '1', text: 'Старый' } });

  it('comes before the chat', async () => {
    const visit = new Visit(server({ open: async () => asked }), () => {});
    await visit.start('token');
    await visit.check('1980-03-05', '1234');
    expect(visit.snapshot().name).toBe('consent');
    await visit.consent();
    expect(visit.snapshot().name).toBe('chat');
  });

  it('shows the new text when it changed meanwhile', async () => {
    const fresh = session({ consent: { given: false, version: '2', text: 'Новый' } });
    const endpoints = server({ open: async () => asked, consent: fails(409, 'identity.consent-changed') });
    const visit = new Visit(endpoints, () => {});
    await visit.start('token');
    await visit.check('1980-03-05', '1234');
    endpoints.session = async () => fresh;
    await visit.consent();
    expect(visit.snapshot()).toMatchObject({ name: 'consent', session: fresh, refusal: { kind: 'consent-changed' } });
  });
});

describe('the end', () => {
  it('is seen when the session is gone', async () => {
    const endpoints = server({ session: async () => session() });
    const visit = new Visit(endpoints, () => {});
    await visit.start(null);
    endpoints.session = fails(401, 'platform.not-logged-in');
    await visit.refresh();
    expect(visit.snapshot()).toEqual({ name: 'trouble', trouble: 'ended' });
  });

  it('stays in the chat when it cannot be reached', async () => {
    const visit = new Visit(server({ session: async () => session(), close: fails(0, 'client.no-connection') }), () => {});
    await visit.start(null);
    await expect(visit.leave()).rejects.toThrow();
    expect(visit.snapshot().name).toBe('chat');
  });
});
