import type { Slot } from '@/shared/api/types';
import type { Format } from '@/shared/format';

const DAY_MS = 86_400_000;
/** The server answers for at most 62 days at once; two weeks are what a person looks at. */
export const WINDOW_DAYS = 14;
export const HORIZON_DAYS = 60;

export interface SlotDay {
  key: string;
  slots: Slot[];
}

/** Slots by the day of the region's zone. */
export function byDay(slots: readonly Slot[], format: Format): SlotDay[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const key = format.dayKey(slot.start);
    const day = days.get(key);
    if (day) day.push(slot);
    else days.set(key, [slot]);
  }
  return [...days].map(([key, list]) => ({ key, slots: list })).sort((a, b) => a.key.localeCompare(b.key));
}

/** The n-th two weeks from a moment on; whole minutes, so that the same question has the same key. */
export function slotWindow(base: number, page: number): { from: string; to: string } {
  const from = base + page * WINDOW_DAYS * DAY_MS;
  return { from: new Date(from).toISOString(), to: new Date(from + WINDOW_DAYS * DAY_MS).toISOString() };
}

/** The page on which a moment lies. */
export const pageOf = (base: number, instant: string): number =>
  Math.max(0, Math.floor((Date.parse(instant) - base) / (WINDOW_DAYS * DAY_MS)));

export const lastPage = Math.ceil(HORIZON_DAYS / WINDOW_DAYS) - 1;
