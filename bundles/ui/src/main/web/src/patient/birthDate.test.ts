import { describe, expect, it } from 'vitest';
import { parseBirthDate, splitWholeDate } from './birthDate';

const today = new Date('2026-11-22T12:00:00Z');
const parse = (day: string, month: string, year: string) => parseBirthDate({ day, month, year }, today);

describe('a typed birth date', () => {
  it('takes days and months with and without a zero', () => {
    expect(parse('5', '3', '1980')).toEqual({ date: '1980-03-05' });
    expect(parse('05', '03', ' 1980 ')).toEqual({ date: '1980-03-05' });
    expect(parse('29', '2', '2024')).toEqual({ date: '2024-02-29' });
  });

  it('asks for what is missing', () => {
    expect(parse('5', '', '1980')).toEqual({ problem: 'dateMissing' });
  });

  it.each([
    ['31', '2', '1980'],
    ['29', '2', '2023'],
    ['0', '3', '1980'],
    ['5', '13', '1980'],
    ['5', '3', '80'],
    ['5', '3', '1800'],
    ['5a', '3', '1980'],
    ['-5', '3', '1980'],
  ])('refuses %s.%s.%s', (day, month, year) => {
    expect(parse(day, month, year)).toEqual({ problem: 'dateWrong' });
  });

  it('refuses the future', () => {
    expect(parse('24', '11', '2026')).toEqual({ problem: 'dateFuture' });
    expect(parse('22', '11', '2026')).toEqual({ date: '2026-11-22' });
  });
});

describe('a whole date in one field', () => {
  it.each(['05.03.1980', '5.3.1980', '5/3/1980', '5 3 1980', '05031980', '1980-03-05', ' 05-03-1980 '])('splits «%s»', (text) => {
    const parts = splitWholeDate(text);
    expect(parts && parseBirthDate(parts, today)).toEqual({ date: '1980-03-05' });
  });

  it.each(['5', '1980', '05.03', 'вчера', ''])('leaves «%s» alone', (text) => {
    expect(splitWholeDate(text)).toBeNull();
  });
});
