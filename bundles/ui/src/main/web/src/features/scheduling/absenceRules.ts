import { instantOf, parseTime } from './clock';

/** An absence as it is typed; an empty time is the beginning of the first day or the end of the last. */
export interface AbsenceForm {
  startDate: string | null;
  startTime: string;
  endDate: string | null;
  endTime: string;
}

export type AbsenceProblems = Partial<Record<keyof AbsenceForm, string>>;

const LONGEST_MS = 400 * 86_400_000;

/** The instants of an absence in the region's zone, or what is wrong with it. */
export function absenceOf(form: AbsenceForm, timeZone: string): { start: string; end: string } | { problems: AbsenceProblems } {
  const problems: AbsenceProblems = {};
  const startTime = form.startTime.trim() === '' ? '00:00' : parseTime(form.startTime);
  const endTime = form.endTime.trim() === '' ? '24:00' : parseTime(form.endTime);
  if (form.startDate === null) problems.startDate = 'date';
  if (form.endDate === null) problems.endDate = 'date';
  if (startTime === null) problems.startTime = 'time';
  if (endTime === null) problems.endTime = 'time';
  if (form.startDate === null || form.endDate === null || startTime === null || endTime === null) return { problems };
  const start = instantOf(form.startDate, startTime, timeZone);
  const end = instantOf(form.endDate, endTime, timeZone);
  if (end <= start) return { problems: { endDate: 'absenceOrder' } };
  if (end.getTime() - start.getTime() > LONGEST_MS) return { problems: { endDate: 'absenceLong' } };
  return { start: start.toISOString(), end: end.toISOString() };
}
