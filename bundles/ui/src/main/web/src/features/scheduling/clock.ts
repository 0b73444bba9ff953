/** Local times of the region and the instants that they are. */

const MINUTE = 60_000;

/** «9», «9:00», «0900», «24:00» as HH:mm, null for what is no time of a day. */
export function parseTime(typed: string): string | null {
  const text = typed.trim().replace('.', ':');
  const parts = /^(\d{1,2})(?::(\d{2}))?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (!parts) return null;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? '0');
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Minutes after midnight of HH:mm. */
export const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second')) - Math.floor(instant / 1000) * 1000;
}

/** The instant at which the zone's clock shows a date and a time; 24:00 is the midnight after the date. */
export function instantOf(date: string, time: string, timeZone: string): Date {
  const local = Date.parse(`${date}T00:00:00Z`) + minuteOfDay(time) * MINUTE;
  // The offset at the instant is not known before the instant: the second look settles it, also beside a change of the clocks.
  const guess = local - offsetAt(local, timeZone);
  return new Date(local - offsetAt(guess, timeZone));
}
