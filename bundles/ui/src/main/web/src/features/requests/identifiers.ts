import type { IdentifierKind } from '@/shared/api/types';

const SEPARATORS = /[\s\p{Z}\p{Pd}.,:;/_№#]+/gu;

/** Without separators, upper case: what is sent and compared. */
export const bare = (typed: string): string => typed.replace(SEPARATORS, '').toUpperCase();

/** Puts the separators where people write them; letters (policies of before 2011) stay as they are typed. */
export function mask(kind: IdentifierKind, typed: string): string {
  const value = bare(typed);
  switch (kind) {
    case 'SNILS': {
      const digits = value.replace(/\D/g, '').slice(0, 11);
      const groups = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9)].filter((group) => group !== '').join('-');
      return digits.length > 9 ? `${groups} ${digits.slice(9)}` : groups;
    }
    case 'PASSPORT': {
      const digits = value.replace(/\D/g, '').slice(0, 10);
      return digits.length > 4 ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits;
    }
    case 'POLICY': {
      const text = value.replace(/[^0-9A-ZА-ЯЁ]/g, '').slice(0, 20);
      return /^\d+$/.test(text) ? (text.match(/.{1,4}/g) ?? []).join(' ') : text;
    }
  }
}

/** «23.11.1980» while it is typed. */
export function maskDate(typed: string): string {
  const digits = typed.replace(/\D/g, '').slice(0, 8);
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter((group) => group !== '').join('.');
}

/** The day of a typed date, or null when there is no such day. */
export function parseDate(typed: string): string | null {
  const parts = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(typed.trim());
  if (!parts) return null;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1880 || date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${parts[3]}-${parts[2]}-${parts[1]}`;
}

/** «1980-11-23» as it is typed: «23.11.1980». */
export function typedDate(date: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : (date ?? '');
}

/** Whether it can be such an identifier at all; the same rules as the server's. */
export function isPossible(kind: IdentifierKind, typed: string): boolean {
  const value = bare(typed);
  switch (kind) {
    case 'SNILS':
      return /^\d{11}$/.test(value);
    case 'PASSPORT':
      return /^\d{10}$/.test(value);
    case 'POLICY':
      return /^\d{16}$/.test(value)
        || (/^[0-9A-ZА-ЯЁ]{6,20}$/.test(value) && !/^\d{15,}$/.test(value) && value.replace(/\D/g, '').length >= 6);
  }
}

/** False when the check digit says that there is a slip; true also for numbers that have none. */
export function hasRightCheckDigit(kind: IdentifierKind, typed: string): boolean {
  const value = bare(typed);
  if (kind === 'SNILS' && /^\d{11}$/.test(value)) {
    const number = value.slice(0, 9);
    if (Number(number) <= 1_001_998) return true;
    const sum = [...number].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
    return Number(value.slice(9)) === (sum % 101) % 100;
  }
  if (kind === 'POLICY' && /^\d{16}$/.test(value)) {
    const sum = [...value.slice(0, 15)].reduce((total, digit, index) => {
      const part = index % 2 === 0 ? 2 * Number(digit) : Number(digit);
      return total + (part > 9 ? part - 9 : part);
    }, 0);
    return Number(value[15]) === (10 - (sum % 10)) % 10;
  }
  return true;
}

/** As people write a stored number. */
export const display = (kind: IdentifierKind, stored: string): string => mask(kind, stored);

/** Good enough to catch slips; whether the address exists only a mail can tell. */
export const isEmail = (typed: string): boolean =>
  typed.length <= 254 && /^[^\s@<>(),;:"\\[\]]+@[^\s@.]+(\.[^\s@.]+)+$/.test(typed);

/** At most 15 digits (ITU-T E.164), grouped as people do. */
export const isPhone = (typed: string): boolean => typed.length <= 30 && /^\+?(?:[\s().-]*\d){5,15}$/.test(typed);
