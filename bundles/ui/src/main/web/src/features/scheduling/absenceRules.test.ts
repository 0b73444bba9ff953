import { describe, expect, it } from 'vitest';
import { absenceOf } from './absenceRules';
import { byDoctor } from './byDoctor';

const form = (part = {}) => ({ startDate: '2026-11-24', startTime: '', endDate: '2026-11-25', endTime: '', ...part });

describe('an absence', () => {
  it('is whole days without times, in the region’s zone', () => {
    expect(absenceOf(form(), 'Europe/Moscow')).toEqual({ start: '2026-11-23T21:00:00.000Z', end: '2026-11-25T21:00:00.000Z' });
  });

  it('may begin and end within a day', () => {
    expect(absenceOf(form({ startTime: '9', endDate: '2026-11-24', endTime: '11:30' }), 'Europe/Moscow')).toEqual({
      start: '2026-11-24T06:00:00.000Z',
      end: '2026-11-24T08:30:00.000Z',
    });
  });

  it('says what is wrong', () => {
    expect(absenceOf(form({ startDate: null }), 'UTC')).toEqual({ problems: { startDate: 'date' } });
    expect(absenceOf(form({ endTime: 'вечер' }), 'UTC')).toEqual({ problems: { endTime: 'time' } });
    expect(absenceOf(form({ endDate: '2026-11-23' }), 'UTC')).toEqual({ problems: { endDate: 'absenceOrder' } });
    expect(absenceOf(form({ endDate: '2028-11-25' }), 'UTC')).toEqual({ problems: { endDate: 'absenceLong' } });
  });
});

describe('templates by doctor', () => {
  it('begin with one’s own and end with what has ended', () => {
    const template = (doctorId: string, doctorName: string, weekday: number) => ({
      id: `${doctorId}${weekday}`, doctorId, doctorName, title: '', weekdays: [weekday], start: '09:00', end: '10:00', slotMinutes: 30, bufferMinutes: 0, validFrom: '2026-01-01', validTo: null as string | null, version: 1,
    });
    const groups = byDoctor([template('a', 'Абрамов', 1), template('z', 'Яковлев', 3), template('z', 'Яковлев', 1), { ...template('z', 'Яковлев', 0), validTo: '2026-11-21' }], 'z', '2026-11-22');
    expect(groups.map((group) => group.doctorName)).toEqual(['Яковлев', 'Абрамов']);
    expect(groups[0]?.templates.map((each) => each.weekdays[0])).toEqual([1, 3, 0]);
  });
});
