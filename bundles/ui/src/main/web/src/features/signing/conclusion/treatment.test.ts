import { describe, expect, it } from 'vitest';
import { cursorIn, insertAt, keptSources, withSource } from './insert';
import { establishedInPerson, treatmentFields } from './treatment';

const schema = { type: 'object', properties: { diagnosisInPerson: { type: 'object' }, recommendations: { type: 'string' } } };

describe('a change of treatment', () => {
  it('is written where the route says', () => {
    expect(treatmentFields({ schema, ui: { 'consilium:treatment': ['recommendations'] } })).toEqual(['recommendations']);
    expect(treatmentFields({ schema: JSON.stringify(schema), ui: '{"consilium:treatment":"recommendations"}' })).toEqual(['recommendations']);
    expect(treatmentFields({ schema, ui: null })).toEqual([]);
    expect(treatmentFields({ schema: { properties: {} }, ui: { 'consilium:treatment': 'a' } })).toEqual([]);
  });

  it('needs a diagnosis made in person, with where and when', () => {
    expect(establishedInPerson({})).toBe(false);
    expect(establishedInPerson({ diagnosisInPerson: { established: true, where: ' ', when: '2026-11-01' } })).toBe(false);
    expect(establishedInPerson({ diagnosisInPerson: { established: false, where: 'Поликлиника № 1', when: '2026-11-01' } })).toBe(false);
    expect(establishedInPerson({ diagnosisInPerson: { established: true, where: 'Поликлиника № 1', when: '2026-11-01' } })).toBe(true);
  });
});

describe('inserting', () => {
  it.each([
    ['', 0, 'Кашель', 'Кашель'],
    ['Жар', 3, ' Кашель ', 'Жар\nКашель'],
    ['Жар слабость', 3, 'Кашель', 'Жар\nКашель\nслабость'],
    ['Жар', 0, 'Кашель', 'Кашель\nЖар'],
  ])('into «%s» at %i', (text, at, inserted, result) => expect(insertAt(text, at, inserted)).toBe(result));

  it('happens at the end when the field has no cursor', () => expect(cursorIn('none', 7)).toBe(7));

  it('names each source once for a field, and no longer than the field holds something', () => {
    const source = { field: 'a', kind: 'MESSAGE', id: '1', title: 'x' } as const;
    const once = withSource(withSource([], source), source);
    expect(once).toHaveLength(1);
    expect(withSource(once, { ...source, field: 'b' })).toHaveLength(2);
    expect(keptSources(once, { a: 'текст' })).toHaveLength(1);
    expect(keptSources(once, { a: ' ' })).toHaveLength(0);
  });
});
