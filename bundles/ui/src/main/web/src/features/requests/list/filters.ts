import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { RequestState } from '@/shared/api/types';

export interface Filters {
  /** The lock is open: closed ones are shown, too. */
  closed: boolean;
  state: RequestState | null;
  profile: string | null;
}

export const STATES: readonly RequestState[] = ['IN_WORK', 'AWAITING_SIGNATURE', 'EXECUTED', 'CANCELLED'];

/** Whether a state is seen without opening the lock. */
export const isActive = (state: RequestState): boolean => state === 'IN_WORK' || state === 'AWAITING_SIGNATURE';

export function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const { state, profile } = search;
  return {
    closed: search.closed === true,
    state: STATES.find((known) => known === state) ?? null,
    profile: typeof profile === 'string' || typeof profile === 'number' ? String(profile) : null,
  };
}

/** Only what differs from the default stands in the address. */
export function writeFilters(filters: Filters): Record<string, string | boolean> {
  return {
    ...(filters.closed ? { closed: true } : {}),
    ...(filters.state === null ? {} : { state: filters.state }),
    ...(filters.profile === null ? {} : { profile: filters.profile }),
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
