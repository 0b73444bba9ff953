import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A key of the page in view. */
export interface Shortcut {
  /** {@link KeyboardEvent.code}, so that it is the same key in every keyboard layout. */
  code: string;
  label: string;
  run: () => void;
}

let shown: readonly Shortcut[] = [];
const owners = new Map<symbol, readonly Shortcut[]>();
const listeners = new Set<() => void>();

function publish(): void {
  shown = [...owners.values()].flat();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The keys of the page in view, for the frame that listens and for the map on `?`. */
export const pageShortcuts = (): readonly Shortcut[] => shown;
export const usePageShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, pageShortcuts);

/** Offers keys while the calling component is in view. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const owner = useRef(Symbol('shortcuts'));
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const names = shortcuts.map((shortcut) => `${shortcut.code} ${shortcut.label}`).join('\n');
  useEffect(() => {
    const key = owner.current;
    owners.set(key, latest.current.map((shortcut, index) => ({ ...shortcut, run: () => latest.current[index]?.run() })));
    publish();
    return () => {
      owners.delete(key);
      publish();
    };
  }, [names]);
}
