import { expect, test } from 'vitest';
import type { RouteRow } from '@/shared/api/types';
import { impliedProfile, matches, tabsOf } from './routeSearch';

const text = (ru: string, en = ru) => ({ ru, en });
const route = (id: string, change: Partial<RouteRow> = {}): RouteRow => ({
  id, version: '1', title: text('Консультация пациента', 'Consultation of a patient'), tab: null, audience: 'PATIENT', notice: null, favourite: false,
  profiles: [{ code: '97', title: text('Терапия', 'Therapy') }, { code: '53', title: text('Нейрохирургия', 'Neurosurgery') }], ...change,
});

test('finds by words of the name and of the profile, whatever the letter case and ё', () => {
  const found = route('a', { title: text('Приём ребёнка', 'Visit of a child') });
  expect(matches(found, 'РЕБЕНКА')).toBe(true);
  expect(matches(found, 'приём нейро')).toBe(true);
  expect(matches(found, 'therapy')).toBe(true);
  expect(matches(found, 'кардио')).toBe(false);
  expect(matches(found, '  ')).toBe(true);
});

test('a profile that was searched for, or the only one, is meant', () => {
  expect(impliedProfile(route('a'), 'нейро')?.code).toBe('53');
  expect(impliedProfile(route('a'), 'консультация')).toBeNull();
  expect(impliedProfile(route('a'), '')).toBeNull();
  expect(impliedProfile(route('a', { profiles: [{ code: '97', title: text('Терапия') }] }), '')?.code).toBe('97');
});

test('«Общие» and «Избранные» come first, then the tabs of installed routes', () => {
  const tabs = tabsOf([
    route('a'), route('b', { tab: text('Онкология'), favourite: true }), route('c', { tab: text('Общие') }), route('d', { tab: text('Онкология') }),
  ]);
  expect(tabs.map((tab) => [tab.title?.ru ?? tab.id, tab.routes.map((row) => row.id)])).toEqual([
    ['general', ['a', 'c']], ['favourites', ['b']], ['Онкология', ['b', 'd']],
  ]);
});
