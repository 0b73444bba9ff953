import { beforeAll, expect, test } from 'vitest';
import { ApiError } from '../api/client';
import { collect, sayError, startI18n, switchLanguage } from '.';
import en from './en.json';
import enErrors from './errors.en.json';
import ru from './ru.json';
import ruErrors from './errors.ru.json';

beforeAll(() => startI18n(collect(ru, {}, { common: ruErrors }), async () => collect(en, {}, { common: enErrors })));

test('a known code has its sentence, with the values of the problem document', () => {
  expect(sayError(new ApiError(429, 'platform.too-many-attempts', { retryAfter: 30 }))).toContain('30 с');
});

test('an unknown code gets a general sentence with the id by which the operator finds it', () => {
  const sentence = sayError(new ApiError(500, 'signing.new', {}, '0190a1b2'));
  expect(sentence).toContain('signing.new');
  expect(sentence).toContain('0190a1b2');
});

test('a failure of the page itself is not shown as it is', () => {
  expect(sayError(new TypeError("Cannot read properties of undefined (reading 'x')"))).toBe(ruErrors['client.unexpected']);
});

test('speaks English after the switch', async () => {
  await switchLanguage('en');
  expect(sayError(new ApiError(0, 'client.no-connection'))).toBe(enErrors['client.no-connection']);
  expect(document.documentElement.lang).toBe('en');
  await switchLanguage('ru');
});
