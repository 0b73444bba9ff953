import type { ChatNote } from '@/shared/api/types';

const two = (n: number): string => String(n).padStart(2, '0');

/** What stands in the sentence of a note: seconds become a duration, «12:05». */
export function noteValues({ details }: ChatNote): Readonly<Record<string, string>> {
  const seconds = Number(details.seconds);
  return Number.isFinite(seconds) ? { ...details, duration: `${Math.floor(seconds / 60)}:${two(Math.round(seconds) % 60)}` } : details;
}

/** `conferencing.unanswered` → [`conferencing`, `unanswered`] */
export function noteKey(code: string): [domain: string, what: string] {
  const point = code.indexOf('.');
  return [code.slice(0, point), code.slice(point + 1)];
}
