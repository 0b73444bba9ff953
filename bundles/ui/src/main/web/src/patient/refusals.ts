import type { Texts } from './language';
import { plural, useLanguage } from './language';
import type { Refusal } from './Visit';

/** The sentence for an error code. */
export function errorText(texts: Texts, code: string): string {
  const sentences: Readonly<Record<string, string>> = texts.errors;
  return sentences[code] ?? texts.errors.unknown;
}

/** What to say about a refused form, null for nothing. */
export function useRefusalText(refusal: Refusal | null): string | null {
  const { language, texts } = useLanguage();
  switch (refusal?.kind) {
    case undefined:
      return null;
    case 'mismatch':
      return refusal.attemptsLeft === null
        ? texts.check.failed
        : `${texts.check.failed} ${plural(language, texts.check.left, refusal.attemptsLeft)}`;
    case 'too-many':
      return refusal.seconds === null ? texts.check.tooMany : plural(language, texts.check.tooManySeconds, refusal.seconds);
    case 'consent-changed':
      return texts.consent.changed;
    case 'error':
      return errorText(texts, refusal.code);
  }
}
