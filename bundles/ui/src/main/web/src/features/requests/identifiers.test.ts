import { describe, expect, test } from 'vitest';
import { bare, hasRightCheckDigit, isEmail, isPossible, mask, maskDate, parseDate, typedDate } from './identifiers';

describe('masks', () => {
  test('put separators where people write them, at every length', () => {
    expect(['1', '1122', '11223344', '1122334459', '11223344595', '112233445951'].map((typed) => mask('SNILS', typed))).toEqual([
      '1', '112-2', '112-233-44', '112-233-445 9', '112-233-445 95', '112-233-445 95',
    ]);
    expect(mask('PASSPORT', '40 10 №123456')).toBe('4010 123456');
    expect(mask('POLICY', '7800000000000007')).toBe('7800 0000 0000 0007');
  });

  test('leave letters of an old policy alone', () => {
    expect(mask('POLICY', 'сп 123456')).toBe('СП123456');
    expect(isPossible('POLICY', 'сп 123456')).toBe(true);
  });

  test('are ignored in what is compared', () => {
    expect(bare('112–233-445 95')).toBe('11223344595');
  });

  test('of a date', () => {
    expect(['2', '231', '23111', '231119801'].map(maskDate)).toEqual(['2', '23.1', '23.11.1', '23.11.1980']);
  });
});

describe('what is possible', () => {
  test.each([
    ['SNILS', '112-233-445 95', true],
    ['SNILS', '112-233-445 9', false],
    ['PASSPORT', '4010 123456', true],
    ['PASSPORT', '4010 12345', false],
    ['POLICY', '7800 0000 0000 0007', true],
    ['POLICY', '780000000000000', false],
    ['POLICY', 'АБВГДЕ', false],
    ['POLICY', '', false],
  ] as const)('%s %s: %s', (kind, typed, possible) => {
    expect(isPossible(kind, typed)).toBe(possible);
  });
});

describe('check digits', () => {
  test('of a СНИЛС', () => {
    expect(hasRightCheckDigit('SNILS', '112-233-445 95')).toBe(true);
    expect(hasRightCheckDigit('SNILS', '112-233-445 96')).toBe(false);
    expect(hasRightCheckDigit('SNILS', '001-001-998 00')).toBe(true);
  });

  test('sums of 100 and 101 are written as 00', () => {
    // 9*9 + 8*2 + 7*0 + 6*0 + 5*0 + 4*0 + 3*1 + 2*0 + 1*0 = 100; with a 1 more in the last place 101.
    expect(hasRightCheckDigit('SNILS', '920-000-100 00')).toBe(true);
    expect(hasRightCheckDigit('SNILS', '920-000-101 00')).toBe(true);
    expect(hasRightCheckDigit('SNILS', '920-000-101 01')).toBe(false);
  });

  test('of a policy: Luhn', () => {
    expect(hasRightCheckDigit('POLICY', '4539 1488 0343 6467')).toBe(true);
    expect(hasRightCheckDigit('POLICY', '4539 1488 0343 6468')).toBe(false);
  });

  test('are not asked of numbers that have none', () => {
    expect(hasRightCheckDigit('PASSPORT', '4010123456')).toBe(true);
    expect(hasRightCheckDigit('POLICY', 'СП123456')).toBe(true);
  });
});

test('dates that do not exist are refused', () => {
  expect(parseDate('29.02.2024')).toBe('2024-02-29');
  expect(parseDate('29.02.2023')).toBeNull();
  expect(parseDate('31.11.2020')).toBeNull();
  expect(parseDate('1.1.2020')).toBeNull();
  expect(typedDate('2024-02-29')).toBe('29.02.2024');
  expect(typedDate('29.0')).toBe('29.0');
  expect(typedDate(null)).toBe('');
});

test.each([
  ['ivanova@example.ru', true],
  ['иванова@почта.рф', true],
  ['ivanova@example', false],
  ['ivanova example.ru', false],
  ['a@b@c.ru', false],
  ['<a@b.ru>', false],
])('e-mail %s: %s', (typed, valid) => {
  expect(isEmail(typed)).toBe(valid);
});
