import type { FormValues } from '@/shared/forms/SchemaForm';
import type { JsonSource } from '@/shared/forms/hints';

const parse = (source: JsonSource | null): Record<string, unknown> =>
  source === null ? {} : typeof source === 'string' ? (JSON.parse(source) as Record<string, unknown>) : source;

/** The field in which a change of treatment is written, as the route names it. */
export function treatmentField(ui: JsonSource | null): string | null {
  const name = parse(ui)['consilium:treatment'];
  return typeof name === 'string' ? name : null;
}

/** Whether the diagnosis was made in person, with where and when: without it treatment may not be changed remotely. */
export function establishedInPerson(answers: FormValues): boolean {
  const flag = answers.diagnosisInPerson as { established?: unknown; where?: unknown; when?: unknown } | undefined;
  const said = (value: unknown) => typeof value === 'string' && value.trim() !== '';
  return flag?.established === true && said(flag.where) && said(flag.when);
}
