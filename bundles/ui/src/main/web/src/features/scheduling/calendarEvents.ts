import type { EventInput } from '@fullcalendar/react';
import type { Calendar } from '@/shared/api/types';
import { freeSpans, visitSpan } from './spans';

export interface CalendarTexts {
  free: string;
  busy: string;
  absent: string;
  reason: (reason: Calendar['absences'][number]['reason']) => string;
}

/** The region's calendar day of an instant. */
const dayIn = (timeZone: string) => (instant: number): string => new Date(instant).toLocaleDateString('sv-SE', { timeZone });

const iso = (instant: number): string => new Date(instant).toISOString();

/** What the calendar shows: free time behind, visits and absences before it. A foreign visit has no name and leads nowhere. */
export function calendarEvents(calendar: Calendar, texts: CalendarTexts, now: number, month: boolean): EventInput[] {
  const day = dayIn(calendar.timeZone);
  const spans = freeSpans(calendar, now);
  // A month says only that there is free time on a day.
  const shown = month ? spans.filter((span, index) => index === 0 || day(span.start) !== day(spans[index - 1]!.start)) : spans;
  const free = shown.map((span) => ({
    id: `free-${span.start}`,
    start: iso(span.start),
    end: iso(span.end),
    title: texts.free,
    className: 'cal-free',
    ...(month ? {} : { display: 'background' }),
  }));
  const visits = calendar.visits.map((visit) => {
    const span = visitSpan(visit);
    return {
      id: visit.requestId,
      start: iso(span.start),
      end: iso(span.end),
      title: visit.title ?? texts.busy,
      className: visit.title === null ? 'cal-busy' : 'cal-visit',
      ...(visit.title === null ? {} : { url: `/requests/${visit.requestId}` }),
    };
  });
  const absences = calendar.absences.map((absence) => ({
    id: `absence-${absence.id}`,
    start: absence.start,
    end: absence.end,
    title: absence.reason === 'OTHER' ? texts.absent : texts.reason(absence.reason),
    className: 'cal-absence',
    extendedProps: { wholeDays: true },
  }));
  return [...free, ...absences, ...visits];
}
