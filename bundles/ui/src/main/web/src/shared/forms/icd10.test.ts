import { expect, it } from 'vitest';
import { codeOf } from './icd10';

it.each([
  ['J06.9', 'J06.9'], ['j069', 'J06.9'], [' J06,9 ', 'J06.9'], ['М54.5', 'M54.5'], ['I10', 'I10'], ['C50.91', 'C50.91'],
])('«%s» is the code %s', (typed, code) => expect(codeOf(typed)).toBe(code));

it.each(['', 'грипп', 'J0', 'J06.', '106.9', 'Ж06.9'])('«%s» is no code', (typed) => expect(codeOf(typed)).toBeNull());
