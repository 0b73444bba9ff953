import { useCallback, useState } from 'react';

const read = (key: string): string => {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
};

/** A text that is being typed; it outlives a reload of the page, not the tab. */
export function useDraftText(key: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState({ key, text: read(key) });
  // Another chat, another draft.
  const current = draft.key === key ? draft : { key, text: read(key) };
  if (current !== draft) setDraft(current);
  const change = useCallback(
    (text: string) => {
      setDraft({ key, text });
      try {
        if (text === '') sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, text);
      } catch {
        // Private browsing may refuse; the text is still on the screen.
      }
    },
    [key],
  );
  return [current.text, change];
}
