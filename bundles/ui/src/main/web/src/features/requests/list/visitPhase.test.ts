import { expect, test } from 'vitest';
import { minutesUntil, phases, type VisitRow } from './visitPhase';

const row = (id: string, visitStart: string): VisitRow => ({ id, visitStart, visitMinutes: 30 }) as VisitRow;
const now = Date.parse('2026-11-23T07:00:00Z');

test('the next one is the first by its start, also where a red flag stands above it', () => {
  const rows = [row('flagged', '2026-11-23T09:00:00Z'), row('soon', '2026-11-23T07:20:00Z')];
  expect(phases(rows, now).get('soon')).toBe('NEXT');
  expect(phases(rows, now).get('flagged')).toBe('LATER');
});

test('overdue, now, next, later', () => {
  const rows = [
    row('yesterday', '2026-11-22T07:00:00Z'), row('ended', '2026-11-23T06:30:00Z'), row('now', '2026-11-23T06:45:00Z'),
    row('next', '2026-11-23T07:20:00Z'), row('later', '2026-11-23T09:00:00Z'),
  ];
  expect([...phases(rows, now)]).toEqual([['yesterday', 'OVERDUE'], ['ended', 'OVERDUE'], ['now', 'NOW'], ['next', 'NEXT'], ['later', 'LATER']]);
  expect(minutesUntil(rows[3]!, now)).toBe(20);
  expect(minutesUntil(rows[3]!, Date.parse('2026-11-23T07:19:50Z'))).toBe(1);
});
