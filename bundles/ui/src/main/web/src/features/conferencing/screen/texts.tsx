import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Failure } from '@/shared/failure';
import type { Language } from '@/shared/format';

type Tree = { readonly [key: string]: string | Tree };

/** The texts of the call, the same on both pages, which have different ways for their own. */
export interface CallTexts {
  language: Language;
  /** @param key with points between its steps */
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  say(failure: Failure): string;
  troubleshooting: readonly string[];
}

const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => (values[name] === undefined ? whole : String(values[name])));

export async function loadCallTexts(language: Language): Promise<CallTexts> {
  const [texts, errors, common, help] =
    language === 'ru'
      ? await Promise.all([import('../call.ru.json'), import('../errors.ru.json'), import('@/shared/i18n/errors.ru.json'), import('@/features/help/troubleshooting.ru.json')])
      : await Promise.all([import('../call.en.json'), import('../errors.en.json'), import('@/shared/i18n/errors.en.json'), import('@/features/help/troubleshooting.en.json')]);
  const tree: Tree = texts.default;
  const sentences: Readonly<Record<string, string>> = { ...common.default, ...errors.default };
  const t: CallTexts['t'] = (key, values = {}) => {
    let at: string | Tree | undefined = tree;
    for (const step of key.split('.')) at = typeof at === 'object' ? at[step] : undefined;
    return typeof at === 'string' ? fill(at, values) : key;
  };
  return {
    language,
    t,
    say: ({ code, members }) => (sentences[code] === undefined ? t('unknownError', { code }) : fill(sentences[code], members)),
    troubleshooting: help.default.items,
  };
}

const CallTextsContext = createContext<CallTexts | null>(null);

export function useCallTexts(): CallTexts {
  const texts = useContext(CallTextsContext);
  if (!texts) throw new Error('the texts of the call are not loaded here');
  return texts;
}

/** Shows its children when the texts are there. */
export function CallTextsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const [texts, setTexts] = useState<CallTexts | null>(null);
  useEffect(() => {
    let current = true;
    void loadCallTexts(language).then((loaded) => current && setTexts(loaded));
    return () => {
      current = false;
    };
  }, [language]);
  return texts === null ? null : <CallTextsContext value={texts}>{children}</CallTextsContext>;
}
