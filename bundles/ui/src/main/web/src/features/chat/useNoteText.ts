import { useTranslation } from 'react-i18next';
import type { ChatNote } from '@/shared/api/types';
import { noteKey, noteValues } from './model/notes';

/** The sentence of a note, from the domain that made it; a note of a domain that this page does not know gets a general one. */
export function useNoteText(): (note: ChatNote) => string {
  const { t } = useTranslation('chat');
  return (note) => {
    const [domain, what] = noteKey(note.code);
    return t([`${domain}:note.${what}`, 'note'], noteValues(note));
  };
}
