import { describe, expect, it } from 'vitest';
import type { Calendar } from '@/shared/api/types';
import { freeSpans, shownHours, subtract } from './spans';

const calendar = (part: Partial<Calendar> = {}): Calendar => ({ availability: [], visits: [], absences: [], timeZone: 'Europe/Moscow', ...part });
const texts = (spans: { start: number; end: number }[]) => spans.map((span) => `${new Date(span.start).toISOString().slice(11, 16)}–${new Date(span.end).toISOString().slice(11, 16)}`);

describe('taking time out of time', () => {
  it('cuts, halves, shortens and leaves alone', () => {
    const span = { start: 10, end: 20 };
    expect(subtract([span], [{ start: 12, end: 14 }])).toEqual([{ start: 10, end: 12 }, { start: 14, end: 20 }]);
    expect(subtract([span], [{ start: 5, end: 12 }])).toEqual([{ start: 12, end: 20 }]);
    expect(subtract([span], [{ start: 5, end: 25 }])).toEqual([]);
    expect(subtract([span], [{ start: 20, end: 25 }])).toEqual([span]);
  });
});

describe('free time', () => {
  it('is what the templates offer without visits, absences and the past', () => {
    const day = calendar({
      availability: [{ start: '2026-11-24T06:00:00Z', end: '2026-11-24T12:00:00Z' }],
      visits: [{ requestId: 'r', start: '2026-11-24T08:00:00Z', minutes: 30, title: null }],
      absences: [{ id: 'a', start: '2026-11-24T11:00:00Z', end: '2026-11-24T20:00:00Z', reason: 'OTHER' }],
    });
    expect(texts(freeSpans(day, Date.parse('2026-11-24T07:00:00Z')))).toEqual(['07:00–08:00', '08:30–11:00']);
    expect(texts(freeSpans(day, Date.parse('2026-11-25T07:00:00Z')))).toEqual([]);
  });
});

describe('the hours that are shown', () => {
  it('are from eight to eight, and more where there is more', () => {
    expect(shownHours(undefined, 'Europe/Moscow')).toEqual({ from: 480, to: 1200 });
    const early = calendar({ availability: [{ start: '2026-11-24T03:30:00Z', end: '2026-11-24T21:00:00Z' }] });
    expect(shownHours(early, 'Europe/Moscow')).toEqual({ from: 360, to: 1440 });
  });
});
