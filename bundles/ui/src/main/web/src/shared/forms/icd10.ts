import { get } from '../api/client';

/** An entry of МКБ-10. */
export interface Icd10 {
  code: string;
  name: string;
}

const ALIKE: Readonly<Record<string, string>> = { А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', Х: 'X' };

/** A typed code as it stands in the classification («j06,9», with a Russian letter, too); null for what is no code. */
export function codeOf(typed: string): string | null {
  const text = typed.trim().toUpperCase().replace(',', '.').replace(/^./, (letter) => ALIKE[letter] ?? letter);
  const parts = /^([A-Z])(\d{2})(?:\.?(\d{1,2}))?$/.exec(text);
  return parts ? `${parts[1]}${parts[2]}${parts[3] === undefined ? '' : `.${parts[3]}`}` : null;
}

/** Entries by the beginning of the code or by words of the name, the likeliest first. */
export const searchIcd10 = (q: string, signal?: AbortSignal): Promise<Icd10[]> => get<Icd10[]>('/api/signing/icd', { q, limit: 30 }, signal);
