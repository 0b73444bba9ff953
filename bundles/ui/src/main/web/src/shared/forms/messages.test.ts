import { type Schema, Validator } from '@cfworker/json-schema';
import type { RJSFSchema } from '@rjsf/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { english, russian } from '@/staff/texts';
import { startI18n } from '../i18n';
import { toErrors } from './messages';
import { fieldErrors } from './validator';

beforeAll(async () => {
  await startI18n(russian, english);
});

const check = (schema: RJSFSchema, data: unknown) =>
  toErrors(new Validator(schema as Schema, '2020-12', false).validate(data).errors, schema).map((error) => [error.property, error.message]);
const one = (member: RJSFSchema, value: unknown) => check({ type: 'object', properties: { a: member } }, { a: value });

describe('the validator names what is missing only in an English sentence', () => {
  it.each(['a', 'диагноз', 'with "quotes"', 'a.b'])('«%s» is found in it', (name) => {
    const [unit] = new Validator({ type: 'object', required: [name] }, '2020-12', false).validate({}).errors;
    expect(unit!.error).toBe(`Instance does not have required property "${name}".`);
    expect(check({ type: 'object', required: [name] }, {})[0]![1]).toBe('Заполните это поле.');
  });

  it('the same for a member that another one needs', () => {
    expect(check({ type: 'object', dependentRequired: { a: ['b'] } }, { a: 1 })).toEqual([['.b', 'Заполните это поле.']]);
  });
});

describe('each keyword has a sentence', () => {
  it.each<[RJSFSchema, unknown, string]>([
    [{ type: 'string', minLength: 1 }, '', 'Заполните это поле.'],
    [{ type: 'string', maxLength: 2 }, 'абв', 'Сократите текст: не больше 2 знаков.'],
    [{ type: 'number', minimum: 34 }, 3, 'Введите число не меньше 34.'],
    [{ type: 'number', maximum: 43 }, 50, 'Введите число не больше 43.'],
    [{ type: 'integer' }, 1.5, 'Введите целое число.'],
    [{ type: 'number' }, 'x', 'Введите число.'],
    [{ type: 'string', format: 'date' }, 'завтра', 'Введите дату, например 24.11.2026.'],
    [{ type: 'string', format: 'email' }, 'x', 'Введите адрес электронной почты, например ivanova@example.ru.'],
    [{ enum: ['x', 'y'] }, 'z', 'Выберите один из вариантов.'],
    [{ oneOf: [{ const: 'x' }, { const: 'y' }] }, 'z', 'Выберите один из вариантов.'],
    [{ const: true }, false, 'Отметьте, чтобы продолжить.'],
    [{ type: 'string', pattern: '^\\d+$' }, 'x', 'Проверьте, как это записано.'],
    [{ type: 'array', minItems: 1 }, [], 'Добавьте хотя бы 1 строку.'],
    [{ not: { type: 'string' } }, 'x', 'Проверьте это поле.'],
  ])('%j', (schema, value, sentence) => {
    expect(one(schema, value)).toEqual([['.a', sentence]]);
  });

  it('values are found behind references', () => {
    const schema: RJSFSchema = { type: 'object', properties: { a: { $ref: '#/$defs/t' } }, $defs: { t: { type: 'number', minimum: 34 } } };
    expect(check(schema, { a: 1 })).toEqual([['.a', 'Введите число не меньше 34.']]);
  });

  it('rows of a list are named by their number', () => {
    expect(one({ type: 'array', items: { type: 'object', required: ['b'] } }, [{ b: 1 }, {}])).toEqual([['.a.1.b', 'Заполните это поле.']]);
  });
});

it('the route may explain a keyword in words of its own', () => {
  const schema: RJSFSchema = { type: 'object', properties: { a: { type: 'string', pattern: '^\\d{3}$' } } };
  expect(fieldErrors(schema, { a: { 'ui:messages': { pattern: 'Введите три цифры.' } } }, { a: 'x' })).toEqual(new Map([['a', 'Введите три цифры.']]));
});
