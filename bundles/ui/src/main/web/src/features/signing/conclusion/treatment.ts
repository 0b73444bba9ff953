import type { FormValues } from '@/shared/forms/SchemaForm';
import type { JsonSource } from '@/shared/forms/hints';

const parse = (source: JsonSource | null): Record<string, unknown> =>
  source === null ? {} : typeof source === 'string' ? (JSON.parse(source) as Record<string, unknown>) : source;

/** The fields in which a change of treatment is written, as the route names them; none where its form does not ask for a diagnosis made in person. */
export function treatmentFields(form: { schema: JsonSource; ui: JsonSource | null }): readonly string[] {
  const named = parse(form.ui)['consilium:treatment'];
  const asks = 'diagnosisInPerson' in ((parse(form.schema).properties as object | undefined) ?? {});
  if (!asks) return [];
  return typeof named === 'string' ? [named] : Array.isArray(named) ? named.filter((each) => typeof each === 'string') : [];
}

/** Whether the diagnosis was made in person, with where and when: without it treatment may not be changed remotely. */
export function establishedInPerson(answers: FormValues): boolean {
  const flag = answers.diagnosisInPerson as { established?: unknown; where?: unknown; when?: unknown } | undefined;
  const said = (value: unknown) => typeof value === 'string' && value.trim() !== '';
  return flag?.established === true && said(flag.where) && said(flag.when);
}
