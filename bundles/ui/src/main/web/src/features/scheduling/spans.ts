import type { Calendar } from '@/shared/api/types';

/** A time from and to, in milliseconds; the end is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What is left of spans when others are taken out of them. */
export function subtract(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>(
    (left, hole) =>
      left.flatMap((span) => {
        if (hole.end <= span.start || hole.start >= span.end) return [span];
        return [
          { start: span.start, end: hole.start },
          { start: hole.end, end: span.end },
        ].filter((part) => part.end > part.start);
      }),
    [...spans],
  );
}

const spanOf = (range: { start: string; end: string }): Span => ({ start: Date.parse(range.start), end: Date.parse(range.end) });

export const visitSpan = (visit: { start: string; minutes: number }): Span => ({
  start: Date.parse(visit.start),
  end: Date.parse(visit.start) + visit.minutes * 60_000,
});

/** The time that can still be booked: what the templates offer without visits, absences and the past. */
export function freeSpans(calendar: Calendar, now: number): Span[] {
  const taken = [...calendar.visits.map(visitSpan), ...calendar.absences.map(spanOf), { start: Number.NEGATIVE_INFINITY, end: now }];
  return subtract(calendar.availability.map(spanOf), taken);
}

/** The hours that the calendar has to show, at least from eight to eight, in minutes after midnight of the zone. */
export function shownHours(calendar: Calendar | undefined, timeZone: string): { from: number; to: number } {
  const shown = { from: 8 * 60, to: 20 * 60 };
  if (!calendar) return shown;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const minute = (instant: number) => {
    const [hours = '0', minutes = '0'] = clock.format(instant).split(':');
    return Number(hours) * 60 + Number(minutes);
  };
  for (const span of [...calendar.availability.map(spanOf), ...calendar.visits.map(visitSpan)]) {
    const from = minute(span.start);
    // Midnight is the end of its day.
    const to = minute(span.end) || 24 * 60;
    if (to <= from) return { from: 0, to: 24 * 60 };
    shown.from = Math.min(shown.from, Math.floor(from / 60) * 60);
    shown.to = Math.max(shown.to, Math.ceil(to / 60) * 60);
  }
  return shown;
}
