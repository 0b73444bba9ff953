import i18n, { type Resource, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { ApiError } from '../api/client';
import type { Language } from '../format';

/** Texts of one language: what the screens say by namespace, and a sentence for each error code. */
export interface Texts {
  namespaces: ResourceLanguage;
  errors: Record<string, string>;
}

const errors = new Map<Language, Record<string, string>>();
let loadEnglish: () => Promise<Texts>;

const STORED = 'consilium.language';

function add(language: Language, texts: Texts): void {
  errors.set(language, texts.errors);
  for (const [namespace, bundle] of Object.entries(texts.namespaces)) i18n.addResourceBundle(language, namespace, bundle);
}

/** Starts in the language chosen last time; Russian is in the first load, English comes when it is asked for. */
export async function startI18n(russian: Texts, english: () => Promise<Texts>): Promise<void> {
  loadEnglish = english;
  errors.set('ru', russian.errors);
  await i18n.use(initReactI18next).init({
    lng: 'ru',
    fallbackLng: 'ru',
    defaultNS: 'common',
    ns: Object.keys(russian.namespaces),
    resources: { ru: russian.namespaces } satisfies Resource,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  });
  const stored = readStored();
  if (stored === 'en') {
    try {
      await switchLanguage('en');
    } catch {
      // Without the English texts the page is still usable in Russian.
    }
  }
}

function readStored(): string | null {
  try {
    return window.localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

export async function switchLanguage(language: Language): Promise<void> {
  if (language === 'en' && !errors.has('en')) add('en', await loadEnglish());
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    window.localStorage.setItem(STORED, language);
  } catch {
    // Storage can be forbidden; then the choice lasts until the page is closed.
  }
}

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'ru');

/** Makes resources of files collected by `import.meta.glob('…/features/* /ru.json', { eager: true, import: 'default' })`. */
export function collect(
  common: object,
  features: Record<string, object>,
  errorFiles: Record<string, Record<string, string>>,
): Texts {
  const namespaces: ResourceLanguage = { common: common as ResourceLanguage };
  for (const [path, bundle] of Object.entries(features)) {
    const feature = /\/features\/([^/]+)\//.exec(path)?.[1];
    if (feature !== undefined) namespaces[feature] = bundle as ResourceLanguage;
  }
  return { namespaces, errors: Object.assign({}, ...Object.values(errorFiles)) as Record<string, string> };
}

/** The sentence for an error code in the language of the screen, or null when nobody wrote one. */
export function errorSentence(code: string): string | null {
  return errors.get(currentLanguage())?.[code] ?? errors.get('ru')?.[code] ?? null;
}

/** What to say about a failure. An unknown code gets a general sentence with the id by which the operator finds it in the logs. */
export function sayError(error: unknown): string {
  const problem = error instanceof ApiError ? error : new ApiError(0, 'client.unexpected');
  const sentence = errorSentence(problem.code);
  if (sentence !== null) return fill(sentence, problem.members);
  return problem.requestId === null
    ? i18n.t('common:error.unknown', { code: problem.code })
    : i18n.t('common:error.unknownWithId', { code: problem.code, id: problem.requestId });
}

/** Puts members of the problem document into «{{attemptsLeft}}» of a sentence. */
function fill(sentence: string, members: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = members[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
  });
}

export default i18n;
