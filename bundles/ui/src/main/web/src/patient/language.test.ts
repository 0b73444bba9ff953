import { describe, expect, it } from 'vitest';
import troubleshootingEn from '@/features/help/troubleshooting.en.json';
import troubleshootingRu from '@/features/help/troubleshooting.ru.json';
import en from './en.json';
import { fill, plural } from './language';
import ru from './ru.json';

const keys = (value: object, path = ''): string[] =>
  Object.entries(value).flatMap(([key, child]) =>
    typeof child === 'object' && child !== null ? keys(child as object, `${path}${key}.`) : [`${path}${key}`],
  );
const gaps = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const at = (value: unknown, path: string): string =>
  path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], value) as string;

describe('the patient’s texts', () => {
  it('say the same things in both languages', () => {
    expect(keys(en).sort()).toEqual(keys(ru).sort());
    expect(keys(troubleshootingEn)).toEqual(keys(troubleshootingRu));
  });

  it('have the same gaps in both languages', () => {
    // The keys of errors hold dots, which the path cannot tell from steps.
    const wrong = keys(ru).filter((path) => !path.startsWith('errors.')).filter((path) => gaps(at(ru, path)).join() !== gaps(at(en, path)).join());
    expect(wrong).toEqual([]);
  });

  it('fit the number', () => {
    expect(plural('ru', ru.check.left, 1)).toBe('Осталась 1 попытка.');
    expect(plural('ru', ru.check.left, 4)).toBe('Осталось 4 попытки.');
    expect(plural('ru', ru.chat.unread, 11)).toBe('11 новых сообщений');
    expect(plural('en', en.check.left, 1)).toBe('1 attempt left.');
  });

  it('leave gaps without a value as they are', () => {
    expect(fill('{a} и {b}', { a: 1 })).toBe('1 и {b}');
  });
});
