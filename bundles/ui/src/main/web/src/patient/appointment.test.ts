import { describe, expect, it } from 'vitest';
import { appointmentTime } from './appointment';

describe('the time of the visit', () => {
  it('is told once where the device shows the region’s time', () => {
    expect(appointmentTime('2026-11-24T07:15:00Z', 30, 'Europe/Moscow', 'ru', 'Europe/Minsk')).toEqual({
      day: 'вторник, 24 ноября',
      time: '10:15–10:45',
      zone: null,
      local: null,
    });
  });

  it('names the zone and tells the device’s time where they differ', () => {
    const told = appointmentTime('2026-11-24T07:15:00Z', 30, 'Europe/Moscow', 'ru', 'Asia/Yekaterinburg');
    expect(told.time).toBe('10:15–10:45');
    expect(told.zone).toBe('Москва, GMT+3');
    expect(told.local).toBe('12:15');
  });

  it('tells the day as well where it is another day', () => {
    const told = appointmentTime('2026-11-24T17:00:00Z', 30, 'Europe/Moscow', 'ru', 'Asia/Vladivostok');
    expect(told.day).toBe('вторник, 24 ноября');
    expect(told.local).toBe('среда, 25 ноября, 03:00');
  });
});
