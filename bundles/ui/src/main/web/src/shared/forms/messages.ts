import type { OutputUnit } from '@cfworker/json-schema';
import type { RJSFSchema, RJSFValidationError, UiSchema } from '@rjsf/utils';
import i18n from '../i18n';

/** They only say that something below them is wrong. */
const APPLICATORS = new Set(['properties', 'items', 'prefixItems', 'if', 'allOf', '$ref', 'dependentSchemas', 'additionalProperties', 'contains']);

/** Of their branches' errors none helps: one of the options has to be chosen. */
const ALTERNATIVES = ['oneOf', 'anyOf'];

const WITH_TEXT = new Set([
  'required', 'minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minItems',
  'maxItems', 'uniqueItems', 'enum', 'const', 'oneOf', 'anyOf', 'type', 'format',
]);
const FORMATS = new Set(['date', 'email', 'uri', 'time', 'date-time']);

const steps = (pointer: string): string[] =>
  pointer.replace(/^#\/?/, '').split('/').filter((step) => step !== '').map((step) => decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~'));

/** The value of a keyword: its location follows references, so each `$ref` on the way is gone through. */
function keywordValue(schema: RJSFSchema, location: string): unknown {
  let place: unknown = schema;
  for (const step of steps(location)) {
    if (typeof place !== 'object' || place === null) return undefined;
    place = (place as Record<string, unknown>)[step];
    if (step === '$ref' && typeof place === 'string') place = keywordValue(schema, place);
  }
  return place;
}

/** The validator names the missing member only in its English sentence. */
const missingMember = (unit: OutputUnit): string | undefined =>
  (unit.keyword === 'required' ? /required property "(.+)"\.$/ : /does not have "(.+)"\.$/).exec(unit.error)?.[1];

/** A sentence that says what to do, by the keyword that is not kept. */
export function sayKeyword(keyword: string, value?: unknown): string {
  if (keyword === 'dependentRequired') return i18n.t('common:form.required');
  if (keyword === 'format') return i18n.t(`common:form.format.${FORMATS.has(String(value)) ? String(value) : 'other'}`);
  if (keyword === 'type') return i18n.t(`common:form.type.${value === 'integer' || value === 'number' ? value : 'other'}`);
  if (keyword === 'const') return i18n.t(value === true ? 'common:form.agree' : 'common:form.choose');
  if (keyword === 'oneOf' || keyword === 'anyOf' || keyword === 'enum') return i18n.t('common:form.choose');
  if (keyword === 'minLength' && value === 1) return i18n.t('common:form.required');
  if (!WITH_TEXT.has(keyword)) return i18n.t('common:form.other');
  return i18n.t(`common:form.${keyword}`, typeof value === 'number' ? { value, count: value } : {});
}

/** The route's own sentence for a field, for example for a pattern that only its author can explain. */
function ownMessage(ui: UiSchema | undefined, path: readonly string[], keyword: string): string | undefined {
  let place: unknown = ui;
  for (const step of path) place = (place as Record<string, unknown> | undefined)?.[/^\d+$/.test(step) ? 'items' : step];
  const message = (place as { 'ui:messages'?: Record<string, unknown> } | undefined)?.['ui:messages']?.[keyword];
  return typeof message === 'string' ? message : undefined;
}

const notation = (path: readonly string[]): string => path.map((step) => (/^[\w$]+$/.test(step) ? `.${step}` : `['${step}']`)).join('');

/** What the validator found, as the form shows it: one error for a field and keyword, nothing that only points at another one. */
export function toErrors(units: readonly OutputUnit[], schema: RJSFSchema, ui?: UiSchema): RJSFValidationError[] {
  const alternatives = units.filter((unit) => ALTERNATIVES.includes(unit.keyword)).map((unit) => `${unit.keywordLocation}/`);
  const errors = new Map<string, RJSFValidationError>();
  for (const unit of units) {
    if (APPLICATORS.has(unit.keyword) || alternatives.some((place) => unit.keywordLocation.startsWith(place))) continue;
    const path = steps(unit.instanceLocation);
    const missing = unit.keyword === 'required' || unit.keyword === 'dependentRequired' ? missingMember(unit) : undefined;
    if (missing !== undefined) path.push(missing);
    const value = keywordValue(schema, unit.keywordLocation);
    const message = ownMessage(ui, path, unit.keyword) ?? sayKeyword(unit.keyword, value);
    const property = notation(path);
    // «Выберите» of a list of allowed values says enough: the type of the nothing in it is no second error.
    errors.set(`${property} ${message}`, { name: unit.keyword, property, message, stack: message, schemaPath: unit.keywordLocation, params: {} });
  }
  return [...errors.values()];
}
