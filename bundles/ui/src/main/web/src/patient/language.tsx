import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import troubleshootingRu from '@/features/help/troubleshooting.ru.json';
import type { Language } from '@/shared/format';
import ru from './ru.json';

export type Texts = typeof ru;
export type Troubleshooting = typeof troubleshootingRu;
export type Plural = Record<'one' | 'few' | 'many' | 'other', string>;

/** Puts values into «{name}» of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** The form of a text that fits a number: «2 попытки», «5 попыток». */
export function plural(language: Language, forms: Plural, n: number): string {
  const category = new Intl.PluralRules(language).select(n);
  return fill(forms[category as keyof Plural] ?? forms.other, { n });
}

interface LanguageValue {
  language: Language;
  texts: Texts;
  troubleshooting: Troubleshooting;
  switchTo: (language: Language) => void;
}

const russian = { language: 'ru' as const, texts: ru, troubleshooting: troubleshootingRu };
const LanguageContext = createContext<LanguageValue>({ ...russian, switchTo: () => {} });

/** The doctor's pages keep the choice under the same name. */
const STORED = 'consilium.language';

function readStored(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'ru';
  } catch {
    return 'ru';
  }
}

async function load(language: Language): Promise<Omit<LanguageValue, 'switchTo'>> {
  if (language === 'ru') return russian;
  const [texts, troubleshooting] = await Promise.all([import('./en.json'), import('@/features/help/troubleshooting.en.json')]);
  return { language, texts: texts.default, troubleshooting: troubleshooting.default };
}

/** Russian is in the first load, English comes when it is asked for. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(readStored);
  const [loaded, setLoaded] = useState<Omit<LanguageValue, 'switchTo'>>(russian);
  useEffect(() => {
    let current = true;
    load(wanted).then(
      (value) => {
        if (!current) return;
        setLoaded(value);
        document.documentElement.lang = value.language;
      },
      // Without the English texts the page is still usable in Russian.
      () => current && setWanted('ru'),
    );
    return () => {
      current = false;
    };
  }, [wanted]);
  const value = useMemo(
    () => ({
      ...loaded,
      switchTo: (language: Language) => {
        setWanted(language);
        try {
          localStorage.setItem(STORED, language);
        } catch {
          // Storage can be forbidden; then the choice lasts until the page is closed.
        }
      },
    }),
    [loaded],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useLanguage = (): LanguageValue => useContext(LanguageContext);
