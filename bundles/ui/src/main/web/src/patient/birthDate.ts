/** A birth date as it is typed: three plain fields. */
export interface TypedDate {
  day: string;
  month: string;
  year: string;
}

export type DateProblem = 'dateMissing' | 'dateWrong' | 'dateFuture';

const FIRST_YEAR = 1880;

const isDigits = (text: string): boolean => /^\d+$/.test(text);

/** yyyy-MM-dd, or what is wrong with the date. */
export function parseBirthDate(typed: TypedDate, today: Date = new Date()): { date: string } | { problem: DateProblem } {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()];
  if (day === '' || month === '' || year === '') return { problem: 'dateMissing' };
  if (!isDigits(day) || !isDigits(month) || !/^\d{4}$/.test(year)) return { problem: 'dateWrong' };
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  if (!exists || y < FIRST_YEAR) return { problem: 'dateWrong' };
  // A day of grace: it may be tomorrow already where the patient was born.
  if (date.getTime() > today.getTime() + 86_400_000) return { problem: 'dateFuture' };
  return { date: `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` };
}

/** A whole date that was pasted or filled in by the browser into one field: «05.03.1980», «1980-03-05», «5 3 1980», «05031980». */
export function splitWholeDate(text: string): TypedDate | null {
  const value = text.trim();
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(value);
  if (iso) return { day: iso[3]!, month: iso[2]!, year: iso[1]! };
  const russian = /^(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4})$/.exec(value) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(value);
  return russian ? { day: russian[1]!, month: russian[2]!, year: russian[3]! } : null;
}
