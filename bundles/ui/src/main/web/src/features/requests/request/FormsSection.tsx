import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { parseSchema, titleOf, uiOf } from '@/shared/forms/hints';
import { useFormat } from '@/shared/session';
import { Section } from './Section';

type Answered = ConsultationRequest['forms'][number];

/** What was answered in the forms of the route, with the labels that they had. */
export function FormsSection({ request }: { request: ConsultationRequest }) {
  return request.forms.map((answered) => <AnsweredForm key={answered.id} answered={answered} />);
}

function AnsweredForm({ answered }: { answered: Answered }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  return (
    <Section id={`form-${answered.id}`} title={answered.title ? format.text(answered.title) : t('wizard.step.FORM')}>
      <AnsweredFields answered={answered} />
    </Section>
  );
}

/** The answers to a form by the labels that it had. */
export function AnsweredFields({ answered }: { answered: Pick<Answered, 'form' | 'answers'> }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const schema = parseSchema(answered.form.schema);
  const ui = uiOf(answered.form.ui, format.language);
  const order = ((ui['ui:order'] as string[] | undefined) ?? []).filter((name) => name !== '*');
  const names = [...order, ...Object.keys(schema.properties ?? {}).filter((name) => !order.includes(name))];
  const say = (name: string): string => {
    const value = answered.answers[name];
    if (value === undefined || value === null || value === '') return t('common:notGiven');
    if (typeof value === 'boolean') return t(value ? 'common:form.own.yes' : 'common:form.own.no');
    const property = schema.properties?.[name];
    const field = typeof property === 'object' ? property : {};
    const items = typeof field.items === 'object' && !Array.isArray(field.items) ? field.items : {};
    const labels = (ui[name]?.['ui:enumNames'] ?? ui[name]?.items?.['ui:enumNames'] ?? []) as string[];
    const label = (one: unknown): string =>
      labels[(field.enum ?? items.enum ?? []).indexOf(one as never)] ?? (typeof one === 'number' ? one.toLocaleString(format.language) : String(one));
    if (Array.isArray(value)) return value.map(label).join(', ');
    if (typeof value === 'object') return Object.values(value as object).map(String).join(', ');
    return field.format === 'date' && typeof value === 'string' ? format.localDate(value) : label(value);
  };
  return (
    <dl className="facts">
      {names.map((name) => (
        <div key={name} className={say(name).length > 60 ? 'facts-line' : undefined}>
          <dt>{titleOf(schema, ui, name)}</dt>
          <dd className="typed">{say(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
