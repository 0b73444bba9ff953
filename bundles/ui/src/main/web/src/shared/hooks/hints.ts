import { useEffect, useRef } from 'react';
import type { Hint } from '../api/types';

const listeners = new Set<(hint: Hint) => void>();
const connected = new Set<() => void>();

/** What a page says over the live channel. */
export interface LiveMessage {
  type: string;
  subject: string;
  payload: Readonly<Record<string, unknown>>;
}

let sender: ((message: LiveMessage) => boolean) | null = null;

/** Hands a hint of the live channel to every view that listens. */
export const publishHint = (hint: Hint): void => listeners.forEach((listener) => listener(hint));

/** The page's channel is up (again). */
export const publishConnected = (): void => connected.forEach((listener) => listener());

/** The page's channel says what {@link live} is given, null when there is none. */
export function setLiveSender(send: ((message: LiveMessage) => boolean) | null): void {
  sender = send;
}

/** The live channel of this tab, for what is no React component. */
export interface LiveConnection {
  /** @return false when there is no socket now */
  send(message: LiveMessage): boolean;
  /** @return stops listening */
  onHint(listener: (hint: Hint) => void): () => void;
  onConnected(listener: () => void): () => void;
}

export const live: LiveConnection = {
  send: (message) => sender?.(message) ?? false,
  onHint(listener) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  onConnected(listener) {
    connected.add(listener);
    return () => {
      connected.delete(listener);
    };
  },
};

/** For views that do more with a hint than asking their queries again (those are invalidated anyway, see staff/liveQueries.ts). */
export function useHint(listener: (hint: Hint) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => live.onHint((hint) => latest.current(hint)), []);
}
