import { expect, test } from 'vitest';
import { minutesLeft, termPhase } from './term';

const NOW = Date.parse('2026-03-10T09:00:00Z');
const at = (dueAt: string | null, state: 'IN_WORK' | 'EXECUTED' = 'IN_WORK') => termPhase({ state, dueAt }, NOW);

test('a term is breached, burns in its last hour, or has time left', () => {
  expect(at('2026-03-10T08:59:59Z')).toBe('BREACHED');
  expect(at('2026-03-10T09:00:00Z')).toBe('BURNING');
  expect(at('2026-03-10T09:59:59Z')).toBe('BURNING');
  expect(at('2026-03-10T10:00:00Z')).toBe('LEFT');
  expect(at(null)).toBe('NONE');
  expect(at('2026-03-10T08:00:00Z', 'EXECUTED')).toBe('NONE');
});

test('minutes are counted up and never below nothing', () => {
  expect(minutesLeft('2026-03-10T09:24:01Z', NOW)).toBe(25);
  expect(minutesLeft('2026-03-10T08:00:00Z', NOW)).toBe(0);
});
