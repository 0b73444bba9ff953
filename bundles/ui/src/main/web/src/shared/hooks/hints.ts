import { useEffect, useRef } from 'react';
import type { Hint } from '../api/types';

const listeners = new Set<(hint: Hint) => void>();

/** Hands a hint of the live channel to every view that listens. */
export const publishHint = (hint: Hint): void => listeners.forEach((listener) => listener(hint));

/** For views that do more with a hint than asking their queries again (those are invalidated anyway, see staff/liveQueries.ts). */
export function useHint(listener: (hint: Hint) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const heard = (hint: Hint) => latest.current(hint);
    listeners.add(heard);
    return () => {
      listeners.delete(heard);
    };
  }, []);
}
