import { expect, test } from 'vitest';
import { createFormat } from '@/shared/format';
import { byDay, pageOf, slotWindow } from './slots';

test('slots stand under the day of the region', () => {
  const slots = ['2026-11-23T20:30:00Z', '2026-11-23T21:00:00Z', '2026-11-24T06:00:00Z'].map((start) => ({ start, minutes: 30 }));
  const days = byDay(slots, createFormat('ru', 'Europe/Moscow'));
  expect(days.map((day) => [day.key, day.slots.length])).toEqual([['2026-11-23', 1], ['2026-11-24', 2]]);
});

test('the pages follow each other without a gap', () => {
  const base = Date.parse('2026-11-23T06:00:00Z');
  expect(slotWindow(base, 0).to).toBe(slotWindow(base, 1).from);
  expect(pageOf(base, '2026-11-23T06:00:00Z')).toBe(0);
  expect(pageOf(base, slotWindow(base, 1).from)).toBe(1);
  expect(pageOf(base, '2026-11-22T06:00:00Z')).toBe(0);
});
