import type { Language } from '@/shared/format';
import { zoneName } from '@/shared/zone';

export interface AppointmentTime {
  /** «вторник, 24 ноября» in the region's zone */
  day: string;
  /** «10:15–10:45» in the region's zone */
  time: string;
  /** «Москва, GMT+3» when the device shows another time, else null */
  zone: string | null;
  /** The time that the device's clock will show, with the day when that differs; null when it is the same. */
  local: string | null;
}

const LOCALE: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };

/** When the visit is, in the region's time, and where the device's clock shows another one, in both, with the zone named. */
export function appointmentTime(
  start: string,
  minutes: number,
  timeZone: string,
  language: Language,
  deviceZone: string = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): AppointmentTime {
  const locale = LOCALE[language];
  const begin = new Date(start);
  const end = new Date(begin.getTime() + minutes * 60_000);
  const day = (zone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }).format(begin);
  const time = (zone: string, at: Date) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const result = { day: day(timeZone), time: `${time(timeZone, begin)}–${time(timeZone, end)}`, zone: null, local: null };
  if (day(timeZone) === day(deviceZone) && time(timeZone, begin) === time(deviceZone, begin)) return result;
  const local = time(deviceZone, begin);
  return { ...result, zone: zoneName(timeZone, locale, begin), local: day(timeZone) === day(deviceZone) ? local : `${day(deviceZone)}, ${local}` };
}
