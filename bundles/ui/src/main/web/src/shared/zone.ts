/** «Москва, GMT+3»: how people call a time zone, and how far it is ahead at a moment. */
export function zoneName(timeZone: string, locale: string, at: Date): string {
  const name = (style: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: style }).formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  // «Москва, стандартное время»: the first part is what people say. Some browsers know no name for a zone, only the offset.
  const called = name('long').split(',')[0]!;
  const offset = name('shortOffset');
  return called.startsWith('GMT') ? offset : `${called}, ${offset}`;
}
