import { expect, test } from 'vitest';
import { readFilters, writeFilters } from './filters';

test('what is written is read back', () => {
  for (const filters of [
    { closed: false, state: null, profile: null },
    { closed: true, state: 'EXECUTED' as const, profile: '97' },
  ]) {
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  }
  expect(writeFilters({ closed: false, state: null, profile: null })).toEqual({});
});

test('an address typed by hand does no harm', () => {
  expect(readFilters({ state: 'DRAFT', closed: 'yes', profile: 97 })).toEqual({ closed: false, state: null, profile: '97' });
});
