import type { Instant, LocalDate, LocalText } from './api/types';

export type Language = 'ru' | 'en';

const LOCALE: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };

/** Formats times in the region's zone, whatever the zone of the device. */
export interface Format {
  readonly language: Language;
  readonly zone: string;
  /** «23.11.2026, 09:30» */
  dateTime(instant: Instant): string;
  /** «23.11.2026» */
  date(instant: Instant): string;
  /** «09:30» */
  time(instant: Instant): string;
  /** «09:30–10:00» */
  timeRange(instant: Instant, minutes: number): string;
  /** «22.11» */
  shortDate(instant: Instant): string;
  /** «22.11, 23:30» */
  dayTime(instant: Instant): string;
  /** «понедельник, 23 ноября» */
  day(instant: Instant): string;
  /** «сегодня, 09:30», «завтра, 09:30», otherwise as {@link dateTime} */
  relative(instant: Instant, now?: Date): string;
  /** yyyy-MM-dd in the region's zone: what groups instants by day */
  dayKey(instant: Instant | Date): LocalDate;
  /** «23.11.1980» of a date without a time */
  localDate(date: LocalDate): string;
  /** «(GMT+3)» when the device shows another time than the region, else '' */
  zoneNote(instant: Instant): string;
  text(text: LocalText): string;
}

function offsetMinutes(instant: Date, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...(zone === undefined ? {} : { timeZone: zone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'));
  return Math.round((local - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000);
}

export function createFormat(language: Language, zone: string): Format {
  const locale = LOCALE[language];
  const of = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const date = of({ day: '2-digit', month: '2-digit', year: 'numeric' });
  const time = of({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dayMonth = of({ day: '2-digit', month: '2-digit' });
  const day = of({ weekday: 'long', day: 'numeric', month: 'long' });
  const key = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const zoneName = of({ timeZoneName: 'shortOffset' });
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  const format: Format = {
    language,
    zone,
    date: (instant) => date.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    shortDate: (instant) => dayMonth.format(new Date(instant)),
    dayTime: (instant) => `${format.shortDate(instant)}, ${format.time(instant)}`,
    dateTime: (instant) => `${format.date(instant)}, ${format.time(instant)}`,
    timeRange: (instant, minutes) =>
      `${format.time(instant)}–${time.format(new Date(new Date(instant).getTime() + minutes * 60_000))}`,
    day: (instant) => day.format(new Date(instant)),
    dayKey: (instant) => key.format(new Date(instant)),
    relative(instant, now = new Date()) {
      const days = Math.round((Date.parse(format.dayKey(instant)) - Date.parse(format.dayKey(now))) / 86_400_000);
      return Math.abs(days) <= 1 ? `${near.format(days, 'day')}, ${format.time(instant)}` : format.dateTime(instant);
    },
    localDate(value) {
      const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
      if (!parts) return value;
      return language === 'ru' ? `${parts[3]}.${parts[2]}.${parts[1]}` : `${parts[3]}/${parts[2]}/${parts[1]}`;
    },
    zoneNote(instant) {
      const at = new Date(instant);
      if (offsetMinutes(at, zone) === offsetMinutes(at, undefined)) return '';
      const name = zoneName.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value;
      return name === undefined ? '' : `(${name})`;
    },
    text: (text) => text[language] || text.ru,
  };
  return format;
}

/** «Иванова Анна Петровна» */
export function fullName(person: { surname: string | null; name: string | null; patronymic: string | null }): string {
  return [person.surname, person.name, person.patronymic].filter(Boolean).join(' ');
}

/** «12,4 МБ» */
export function fileSize(bytes: number, language: Language): string {
  const units = language === 'ru' ? ['Б', 'КБ', 'МБ', 'ГБ'] : ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: unit > 1 ? 1 : 0 }).format(value)} ${units[unit]}`;
}

/** What a telephone can dial (RFC 3966). */
export const phoneLink = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
