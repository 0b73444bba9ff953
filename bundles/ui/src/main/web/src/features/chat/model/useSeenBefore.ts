import { useEffect, useState } from 'react';

/**
 * Up to which message the reader had read when the chat came into view: what is above stands under «Новые сообщения», and stays there
 * while it is read. Looking away and coming back begins anew.
 */
export function useSeenBefore(readUpTo: number | null): number | null {
  const [seen, setSeen] = useState<number | null>(null);
  if (seen === null && readUpTo !== null) setSeen(readUpTo);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'hidden') setSeen(readUpTo);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [readUpTo]);
  return seen;
}
