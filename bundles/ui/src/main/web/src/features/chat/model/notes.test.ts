import { expect, test } from 'vitest';
import { noteKey, noteValues } from './notes';

test('the seconds of a note become a duration', () => {
  expect(noteValues({ code: 'conferencing.ended', details: { seconds: '725' } })).toEqual({ seconds: '725', duration: '12:05' });
  expect(noteValues({ code: 'conferencing.declined', details: { by: 'Щербаков П. И.' } })).toEqual({ by: 'Щербаков П. И.' });
});

test('the code of a note names the domain whose sentence it is', () => {
  expect(noteKey('conferencing.unanswered')).toEqual(['conferencing', 'unanswered']);
});
