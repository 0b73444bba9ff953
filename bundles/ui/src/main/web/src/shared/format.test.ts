import { expect, test } from 'vitest';
import { createFormat, fileSize, fullName } from './format';

const moscow = createFormat('ru', 'Europe/Moscow');
const kamchatka = createFormat('ru', 'Asia/Kamchatka');

test('shows a moment in the zone of the region, not of the device', () => {
  expect(moscow.dateTime('2026-11-23T06:30:00Z')).toBe('23.11.2026, 09:30');
  expect(kamchatka.dateTime('2026-11-23T06:30:00Z')).toBe('23.11.2026, 18:30');
  expect(createFormat('en', 'Europe/Moscow').dateTime('2026-11-23T06:30:00Z')).toBe('23/11/2026, 09:30');
});

test('groups by the day of the region', () => {
  expect(moscow.dayKey('2026-11-23T21:30:00Z')).toBe('2026-11-24');
  expect(kamchatka.dayKey('2026-11-23T11:59:00Z')).toBe('2026-11-23');
  expect(kamchatka.dayKey('2026-11-23T12:00:00Z')).toBe('2026-11-24');
});

test('says today and tomorrow by the calendar of the region', () => {
  const now = new Date('2026-11-23T20:59:00Z'); // 23:59 in Moscow
  expect(moscow.relative('2026-11-23T20:59:30Z', now)).toBe('сегодня, 23:59');
  expect(moscow.relative('2026-11-23T21:00:00Z', now)).toBe('завтра, 00:00');
  expect(moscow.relative('2026-11-22T10:00:00Z', now)).toBe('вчера, 13:00');
  expect(moscow.relative('2026-11-30T10:00:00Z', now)).toBe('30.11.2026, 13:00');
});

test('shows midnight as 00:00 and a range over it', () => {
  expect(moscow.timeRange('2026-11-23T20:45:00Z', 30)).toBe('23:45–00:15');
});

test('names the zone only where the device shows another time', () => {
  const own = createFormat('ru', Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(own.zoneNote('2026-07-01T10:00:00Z')).toBe('');
  const notes = ['Asia/Kamchatka', 'America/Adak'].map((zone) => createFormat('ru', zone).zoneNote('2026-07-01T10:00:00Z'));
  expect(notes.some((note) => /^\(GMT[+-]\d+\)$/.test(note))).toBe(true);
});

test('a date without a time moves in no zone', () => {
  expect(kamchatka.localDate('1980-11-23')).toBe('23.11.1980');
  expect(kamchatka.localDate('not a date')).toBe('not a date');
});

test('falls back to Russian where a text has no translation', () => {
  expect(createFormat('en', 'Europe/Moscow').text({ ru: 'Терапия', en: '' })).toBe('Терапия');
});

test('names and sizes', () => {
  expect(fullName({ surname: 'Иванова', name: 'Анна', patronymic: null })).toBe('Иванова Анна');
  expect(fileSize(0, 'ru')).toBe('0 Б');
  expect(fileSize(482_000, 'ru')).toBe('471 КБ');
  expect(fileSize(1_843_200, 'ru')).toBe('1,8 МБ');
  expect(fileSize(1_843_200, 'en')).toBe('1.8 MB');
});
