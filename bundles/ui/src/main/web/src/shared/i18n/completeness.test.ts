import { describe, expect, test } from 'vitest';

type Tree = { [key: string]: string | Tree };

const files = import.meta.glob<Tree>('/src/**/*.{ru,en}.json', { eager: true, import: 'default' });
const texts = import.meta.glob<Tree>('/src/**/{ru,en}.json', { eager: true, import: 'default' });
const all = { ...files, ...texts };
const russian = Object.keys(all).filter((path) => /(^|[./])ru\.json$/.test(path));
const english = (path: string): string => path.replace(/ru\.json$/, 'en.json');

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key} > `)) found.set(inner, text);
  }
  return found;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const bases = (keys: Iterable<string>): string[] => [...new Set([...keys].map((key) => key.replace(PLURAL, '')))].sort();
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).sort();

describe.each(russian)('%s', (path) => {
  const ru = flat(all[path]!);
  const en = all[english(path)] && flat(all[english(path)]!);

  test('has an English file with the same keys', () => {
    expect(en, `${english(path)} is missing`).toBeDefined();
    expect(bases(en!.keys())).toEqual(bases(ru.keys()));
  });

  test('has no empty text', () => {
    for (const [key, text] of [...ru, ...(en ?? [])]) expect(text.trim(), key).not.toBe('');
  });

  test('names the same values in both languages', () => {
    for (const [key, text] of ru) {
      const other = en?.get(key);
      if (other !== undefined && !PLURAL.test(key)) expect(placeholders(other), key).toEqual(placeholders(text));
    }
  });

  test('has every plural form of its language', () => {
    for (const key of ru.keys()) {
      if (!key.endsWith('_one')) continue;
      const base = key.replace(PLURAL, '');
      for (const form of ['one', 'few', 'many', 'other']) expect(ru.has(`${base}_${form}`), `${base}_${form}`).toBe(true);
      for (const form of ['one', 'other']) expect(en?.has(`${base}_${form}`), `${base}_${form}`).toBe(true);
    }
  });
});

test('every error sentence ends as a sentence', () => {
  for (const path of russian.filter((name) => name.includes('errors.'))) {
    for (const text of [...flat(all[path]!).values(), ...flat(all[english(path)] ?? {}).values()]) expect(text).toMatch(/[.!?»”)]$/);
  }
});

test('an error code means the same in every file', () => {
  for (const language of ['ru', 'en']) {
    const seen = new Map<string, string>();
    for (const path of Object.keys(all).filter((name) => name.endsWith(`errors.${language}.json`))) {
      for (const [code, text] of flat(all[path]!)) {
        expect(seen.get(code) ?? text, `${code} in ${path}`).toBe(text);
        seen.set(code, text);
      }
    }
  }
});
