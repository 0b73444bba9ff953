import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { LocalDate, RequestState } from '@/shared/api/types';

export type Sorting = 'NEWEST' | 'DUE';

export interface Filters {
  /** The lock is open: closed ones are shown, too. */
  closed: boolean;
  state: RequestState | null;
  profile: string | null;
  consultant: string | null;
  /** Days of the submission, both inclusive, in the zone of the region. */
  from: LocalDate | null;
  to: LocalDate | null;
  sort: Sorting;
}

export const STATES: readonly RequestState[] = ['IN_WORK', 'AWAITING_SIGNATURE', 'EXECUTED', 'CANCELLED'];
export const NO_FILTERS: Filters = { closed: false, state: null, profile: null, consultant: null, from: null, to: null, sort: 'NEWEST' };

/** Whether a state is seen without opening the lock. */
export const isActive = (state: RequestState): boolean => state === 'IN_WORK' || state === 'AWAITING_SIGNATURE';

const day = (value: unknown): LocalDate | null => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null);
const uuid = (value: unknown): string | null => (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : null);

export function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const { state, profile } = search;
  return {
    closed: search.closed === true,
    state: STATES.find((known) => known === state) ?? null,
    profile: typeof profile === 'string' || typeof profile === 'number' ? String(profile) : null,
    consultant: uuid(search.consultant),
    from: day(search.from),
    to: day(search.to),
    sort: search.sort === 'DUE' ? 'DUE' : 'NEWEST',
  };
}

/** Only what differs from the default stands in the address. */
export function writeFilters(filters: Filters): Record<string, string | boolean> {
  const written = Object.entries(filters).filter(([name, value]) => value !== NO_FILTERS[name as keyof Filters]);
  return Object.fromEntries(written) as Record<string, string | boolean>;
}

/** The moments between which a request was submitted: from the first day's midnight to that after the last day. */
export function period(filters: Pick<Filters, 'from' | 'to'>, midnight: (day: LocalDate) => string): { from: string | null; to: string | null } {
  const next = (date: LocalDate) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  return {
    from: filters.from === null ? null : midnight(filters.from),
    to: filters.to === null ? null : midnight(next(filters.to)),
  };
}

/** The filters are kept in the address, so that «Назад» from a request finds the list as it was. */
export function useFilters(): [Filters, (patch: Partial<Filters>) => void] {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const filters = useMemo(() => readFilters(search), [search]);
  const set = useCallback(
    (patch: Partial<Filters>) => void navigate({ to: '.', search: writeFilters({ ...filters, ...patch }) as never, replace: true }),
    [filters, navigate],
  );
  return [filters, set];
}

/** What was searched for stays out of the address, because it is mostly a patient's name; the tab's memory keeps it. */
const searched = new Map<string, string>();

export const rememberSearch = (box: string, text: string): void => {
  searched.set(box, text);
};
export const rememberedSearch = (box: string): string => searched.get(box) ?? '';
