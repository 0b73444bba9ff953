/** A typed day, «24.11.2026», «24/11/26» or «2026-11-24», as yyyy-MM-dd; null for what is none. */
export function parseDay(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const local = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})$/.exec(text);
  if (!iso && !local) return null;
  const [year, month, day] = iso ? [iso[1]!, iso[2]!, iso[3]!] : [local![3]!.padStart(4, '20'), local![2]!, local![1]!];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? date.toISOString().slice(0, 10) : null;
}
