import { expect, test } from 'vitest';
import { NO_FILTERS, period, readFilters, writeFilters } from './filters';

test('what is written is read back', () => {
  for (const filters of [
    NO_FILTERS,
    {
      closed: true, state: 'EXECUTED' as const, profile: '97', consultant: '01a214cf-8e7a-7263-9c2f-1363b4c202a5',
      from: '2026-03-01', to: '2026-03-31', sort: 'DUE' as const,
    },
  ]) {
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  }
  expect(writeFilters(NO_FILTERS)).toEqual({});
});

test('an address typed by hand does no harm', () => {
  expect(readFilters({ state: 'DRAFT', closed: 'yes', profile: 97, consultant: 'me', from: 'today', sort: 'best' })).toEqual({ ...NO_FILTERS, profile: '97' });
});

test('a period takes in its last day', () => {
  const midnight = (day: string) => `${day} 00:00`;
  expect(period({ from: '2026-02-27', to: '2026-02-28' }, midnight)).toEqual({ from: '2026-02-27 00:00', to: '2026-03-01 00:00' });
  expect(period({ from: null, to: null }, midnight)).toEqual({ from: null, to: null });
});
