import { expect, test } from 'vitest';
import { midnight } from './zone';

test('a day begins when it begins in its zone', () => {
  expect(midnight('2026-03-10', 'Europe/Moscow')).toBe('2026-03-09T21:00:00.000Z');
  expect(midnight('2026-07-01', 'Asia/Vladivostok')).toBe('2026-06-30T14:00:00.000Z');
  expect(midnight('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(midnight('2026-03-30', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
});
