import type { Instant, RequestRow } from '@/shared/api/types';

/** A request with a visit. */
export type VisitRow = RequestRow & { visitStart: Instant };

/** Where a visit stands at a moment. */
export type VisitPhase = 'OVERDUE' | 'NOW' | 'NEXT' | 'LATER';

const end = (row: VisitRow): number => Date.parse(row.visitStart) + row.visitMinutes * 60_000;

/** The phases of today's visits: over without being finished, in its time, the next one, the rest. */
export function phases(rows: readonly VisitRow[], now: number): Map<string, VisitPhase> {
  const found = new Map<string, VisitPhase>();
  let next = true;
  for (const row of [...rows].sort((a, b) => a.visitStart.localeCompare(b.visitStart))) {
    if (end(row) <= now) {
      found.set(row.id, 'OVERDUE');
    } else if (Date.parse(row.visitStart) <= now) {
      found.set(row.id, 'NOW');
    } else {
      found.set(row.id, next ? 'NEXT' : 'LATER');
      next = false;
    }
  }
  return found;
}

/** Minutes until the start, at least one. */
export const minutesUntil = (row: VisitRow, now: number): number => Math.max(1, Math.ceil((Date.parse(row.visitStart) - now) / 60_000));
