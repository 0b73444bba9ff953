import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from './api/types';
import { createFormat, type Format } from './format';

export interface Session {
  me: Me;
  /** The session has ended; its page is still there, under the log-in. */
  lost: boolean;
  logOut: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('nobody is logged in here');
  return session;
}

export const useMe = (): Me => useSession().me;

/** Times and texts in the language of the screen and the zone of the region. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const zone = useContext(SessionContext)?.me.region.timeZone ?? 'Europe/Moscow';
  const language = i18n.language === 'en' ? 'en' : 'ru';
  return useMemo(() => createFormat(language, zone), [language, zone]);
}
