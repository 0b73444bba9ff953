import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { LocalText } from '../api/types';
import type { Language } from '../format';

/** A JSON Schema 2020-12 or UI hints, as the server sends them: JSON text, or its tree. */
export type JsonSource = string | Readonly<Record<string, unknown>>;

const parse = (source: JsonSource | null | undefined): Record<string, unknown> =>
  source === null || source === undefined ? {} : typeof source === 'string' ? (JSON.parse(source) as Record<string, unknown>) : source;

export const parseSchema = (source: JsonSource): RJSFSchema => parse(source) as RJSFSchema;

/** What a route may say about a field. Anything else is left out: hints choose among what is here, they bring nothing of their own. */
const HINTS = new Set([
  'ui:order', 'ui:widget', 'ui:title', 'ui:description', 'ui:help', 'ui:placeholder', 'ui:enumNames', 'ui:messages', 'ui:rows', 'ui:width',
  'ui:inline', 'ui:readonly', 'ui:autocomplete',
]);
const WIDGETS = new Set(['text', 'textarea', 'icd10', 'icd', 'date', 'yesNo', 'select', 'radio', 'checkbox', 'checkboxes', 'updown', 'hidden']);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isLocalText = (value: unknown): value is LocalText => isObject(value) && typeof value.ru === 'string';

/** A text in the language of the screen: hints may give both, `{"ru": …, "en": …}`. */
function inLanguage(value: unknown, language: Language): unknown {
  if (isLocalText(value)) return value[language] || value.ru;
  if (Array.isArray(value)) return value.map((each) => inLanguage(each, language));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inLanguage(each, language)]));
  return value;
}

function tree(hints: Record<string, unknown>, language: Language): UiSchema {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(hints)) {
    if (key === 'ui:options' && isObject(value)) {
      Object.assign(result, tree(Object.fromEntries(Object.entries(value).map(([name, each]) => [`ui:${name}`, each])), language));
    } else if (!key.startsWith('ui:')) {
      if (isObject(value)) result[key] = tree(value, language);
    } else if (HINTS.has(key) && (key !== 'ui:widget' || (typeof value === 'string' && WIDGETS.has(value)))) {
      result[key] = inLanguage(value, language);
    }
  }
  return result as UiSchema;
}

/** The hints in the language of the screen, in the words of the form library, and nothing that is not on the list above. */
export const uiOf = (source: JsonSource | null | undefined, language: Language): UiSchema => ({
  ...tree(parse(source), language),
  'ui:submitButtonOptions': { norender: true },
});

/** A schema is shown as it is: a field without a title gets none of the library's making, an object no second heading. */
export const titleOf = (schema: RJSFSchema, ui: UiSchema, name: string): string => {
  const hint: unknown = (ui[name] as UiSchema | undefined)?.['ui:title'];
  const property = schema.properties?.[name];
  return typeof hint === 'string' ? hint : typeof property === 'object' && property.title ? property.title : name;
};
