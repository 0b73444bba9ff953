import { describe, expect, it } from 'vitest';
import { checkTemplate, problemsOfServer, visitsADay, type TemplateForm } from './templateRules';

const form = (part: Partial<TemplateForm> = {}): TemplateForm => ({
  title: 'Приём по будням',
  weekdays: [1, 2],
  start: '9',
  end: '13:00',
  slotMinutes: 30,
  bufferMinutes: 5,
  validFrom: '2026-11-23',
  validTo: null,
  ...part,
});

describe('a template', () => {
  it('may be right', () => {
    expect(checkTemplate(form())).toEqual({});
    expect(checkTemplate(form({ end: '24:00', validTo: '2026-11-23' }))).toEqual({});
  });

  it.each<[Partial<TemplateForm>, object]>([
    [{ title: ' ' }, { title: 'required' }],
    [{ title: 'я'.repeat(201) }, { title: 'tooLong' }],
    [{ weekdays: [] }, { weekdays: 'weekdays' }],
    [{ start: 'утром' }, { start: 'time' }],
    [{ start: '9:02' }, { start: 'multiple' }],
    [{ end: '9:00' }, { end: 'endNotAfterStart' }],
    [{ end: '9:25' }, { end: 'noRoom' }],
    [{ slotMinutes: '' }, { slotMinutes: 'required' }],
    [{ slotMinutes: 0 }, { slotMinutes: 'slotRange' }],
    [{ slotMinutes: 12 }, { slotMinutes: 'minutesMultiple' }],
    [{ bufferMinutes: 125 }, { bufferMinutes: 'bufferRange' }],
    [{ validFrom: null }, { validFrom: 'date' }],
    [{ validTo: '2026-11-22' }, { validTo: 'beforeFirstDay' }],
  ])('says what is wrong with %j', (part, problems) => expect(checkTemplate(form(part))).toEqual(problems));

  it('tells how many visits fit into a day, the last pause not needed', () => {
    expect(visitsADay(form())).toBe(7);
    expect(visitsADay(form({ bufferMinutes: 0 }))).toBe(8);
    expect(visitsADay(form({ end: '9:30' }))).toBe(1);
    expect(visitsADay(form({ end: '' }))).toBe(0);
  });

  it('reads the server’s problems as its own', () => {
    expect(problemsOfServer([{ field: 'end', code: 'not-after-start' }, { field: 'doctorId', code: 'unknown' }])).toEqual({ end: 'endNotAfterStart', doctorId: 'other' });
  });
});
