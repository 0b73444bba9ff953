import { describe, expect, it } from 'vitest';
import { instantOf, minuteOfDay, parseTime } from './clock';

describe('a typed time', () => {
  it.each([
    ['9', '09:00'],
    ['9:05', '09:05'],
    ['09.30', '09:30'],
    ['0930', '09:30'],
    [' 17:00 ', '17:00'],
    ['24:00', '24:00'],
    ['0:00', '00:00'],
  ])('«%s» is %s', (typed, time) => expect(parseTime(typed)).toBe(time));

  it.each(['', 'утро', '25', '24:05', '9:60', '9:5', '-1'])('«%s» is none', (typed) => expect(parseTime(typed)).toBeNull());

  it('counts minutes from midnight', () => expect(minuteOfDay('09:35')).toBe(575));
});

describe('instants of local times', () => {
  it('are those of the zone', () => {
    expect(instantOf('2026-11-24', '10:15', 'Europe/Moscow').toISOString()).toBe('2026-11-24T07:15:00.000Z');
    expect(instantOf('2026-11-24', '24:00', 'Europe/Moscow').toISOString()).toBe('2026-11-24T21:00:00.000Z');
    expect(instantOf('2026-11-24', '00:00', 'Asia/Vladivostok').toISOString()).toBe('2026-11-23T14:00:00.000Z');
  });

  it('hold beside a change of the clocks', () => {
    expect(instantOf('2026-03-29', '12:00', 'Europe/Berlin').toISOString()).toBe('2026-03-29T10:00:00.000Z');
    expect(instantOf('2026-03-29', '01:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(instantOf('2026-10-25', '04:00', 'Europe/Berlin').toISOString()).toBe('2026-10-25T03:00:00.000Z');
  });
});
