import { useSyncExternalStore, type ReactNode } from 'react';
import type { Region } from '@/shared/api/types';
import { subscribeUpdating, updatingDomains } from '@/shared/api/updating';
import { Help } from './Help';
import { useLanguage } from './language';

/** The frame of everything before and after the chat: one column, one card, help below. */
export function Plain({ children, region }: { children: ReactNode; region?: Region }) {
  const { texts } = useLanguage();
  return (
    <div className="plain">
      <header className="brand">
        <span className="brand-name">{region?.logoText ?? texts.service}</span>
        <LanguageSwitch />
      </header>
      <main>
        <UpdatingLine />
        {children}
        <p className="emergency">{texts.emergency}</p>
        <Help />
      </main>
    </div>
  );
}

export function LanguageSwitch() {
  const { language, texts, switchTo } = useLanguage();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <button type="button" className="quiet" lang={other} onClick={() => switchTo(other)}>
      {texts.otherLanguage}
    </button>
  );
}

/** Says calmly that a part of the service is being exchanged; requests wait meanwhile. */
export function UpdatingLine() {
  const { texts } = useLanguage();
  const updating = useSyncExternalStore(subscribeUpdating, updatingDomains).length > 0;
  return <div role="status">{updating && <p className="line">{texts.updating}</p>}</div>;
}
