/** Full years between a birth date and a day, both yyyy-MM-dd; null when it makes no sense. */
export function ageOn(birthDate: string, day: string): number | null {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
  return Number.isFinite(years) && years >= 0 && years < 150 ? years : null;
}
