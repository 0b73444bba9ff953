import { useCallback } from 'react';
import type { Absence } from '@/shared/api/types';
import { useFormat } from '@/shared/session';

/** «24.11.2026», «24.11.2026 – 08.12.2026», «24.11.2026, 12:00–15:00»: times where it is not whole days. */
export function useAbsenceText(): (absence: Pick<Absence, 'start' | 'end'>) => string {
  const format = useFormat();
  return useCallback(
    ({ start, end }) => {
      const whole = format.time(start) === '00:00' && format.time(end) === '00:00';
      if (!whole && format.date(start) === format.date(end)) return `${format.dateTime(start)}–${format.time(end)}`;
      if (!whole) return `${format.dateTime(start)} – ${format.dateTime(end)}`;
      const last = new Date(Date.parse(end) - 60_000).toISOString();
      const [from, to] = [format.date(start), format.date(last)];
      return from === to ? from : `${from} – ${to}`;
    },
    [format],
  );
}
