import type { FormValues } from '@/shared/forms/SchemaForm';
import type { Source } from '../types';

/** The member of a nested form value: `diagnosisInPerson_where` is a name of the form, too. */
export const textOf = (answers: FormValues, field: string): string => {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
};

/** Where the cursor of a text field of the form is; its end when it has none. */
export function cursorIn(field: string, length: number): number {
  const element = document.getElementById(`field_${field}`);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? (element.selectionStart ?? length) : length;
}

/** Puts a text into another one at a place, on lines of its own where there is something beside it. */
export function insertAt(text: string, at: number, inserted: string): string {
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at).trimStart();
  return [before, inserted.trim(), after].filter((part) => part !== '').join('\n');
}

/** The same source is named once for a field. */
export function withSource(sources: readonly Source[], source: Source): readonly Source[] {
  const known = sources.some((each) => each.field === source.field && each.kind === source.kind && each.id === source.id);
  return known ? sources : [...sources, source];
}

/** Sources whose field was emptied say nothing any more. */
export const keptSources = (sources: readonly Source[], answers: FormValues): readonly Source[] =>
  sources.filter((source) => textOf(answers, source.field).trim() !== '');
