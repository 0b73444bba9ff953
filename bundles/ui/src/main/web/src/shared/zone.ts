/** «Москва, GMT+3»: how people call a time zone, and how far it is ahead at a moment. */
export function zoneName(timeZone: string, locale: string, at: Date): string {
  const name = (style: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: style }).formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  // «Москва, стандартное время»: the first part is what people say. Some browsers know no name for a zone, only the offset.
  const called = name('long').split(',')[0]!;
  const offset = name('shortOffset');
  return called.startsWith('GMT') ? offset : `${called}, ${offset}`;
}

/** When a day begins in a zone. */
export function midnight(day: string, timeZone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  const offset = (at: number) => {
    const named = Object.fromEntries(parts.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
    return Date.parse(`${named.year}-${named.month}-${named.day}T${named.hour}:${named.minute}:${named.second}Z`) - at;
  };
  // The offset at that midnight, not at the one of UTC: they differ on the day the clocks change.
  return new Date(utc - offset(utc - offset(utc))).toISOString();
}
