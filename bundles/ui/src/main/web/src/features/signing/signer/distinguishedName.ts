/** The members of «CN=Иванов Иван, O="ООО ""Клиника""", 1.2.643.100.3=…» by their upper-case names; the first of each. */
export function membersOf(name: string): Map<string, string> {
  const members = new Map<string, string>();
  for (const [, key, quoted, plain] of name.matchAll(/([\w.А-Яа-яЁё]+)\s*=\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    const value = (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')).trim();
    if (key !== undefined && !members.has(key.toUpperCase())) members.set(key.toUpperCase(), value);
  }
  return members;
}

/** Who owns it: surname and given names where they stand, else the common name. */
export function ownerOf(name: string): string {
  const members = membersOf(name);
  const person = [members.get('SN'), members.get('G') ?? members.get('GIVENNAME')].filter(Boolean).join(' ');
  return person || members.get('CN') || name;
}

export const organisationOf = (name: string): string | null => membersOf(name).get('O') ?? null;
export const commonNameOf = (name: string): string => membersOf(name).get('CN') ?? name;
