import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fullName } from '@/shared/format';
import { useFormat } from '@/shared/session';
import { consultantsQuery } from '../api';
import type { DraftView } from './DraftSaver';
import { isCoordinated } from './draftSteps';

/** What the request holds so far, beside every step. */
export function Summary({ view }: { view: DraftView }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const { draft, fields } = view;
  const consultants = useQuery({ ...consultantsQuery(draft.id), enabled: fields.consultantId !== null });
  const consultant = consultants.data?.find((doctor) => doctor.id === fields.consultantId);
  const person = draft.person;
  const representative = draft.route.audience === 'REPRESENTATIVE';
  const rows: [string, string | null][] = [
    [t('field.route'), format.text(draft.route.title)],
    [t('field.profile'), format.text(draft.profile.title)],
    ...(draft.steps.includes('PERSON')
      ? [[t(representative ? 'field.representative' : 'field.patient'), person ? `${fullName(person)}, ${format.localDate(person.birthDate)}` : null] as [string, string | null]]
      : []),
    ...(representative ? [[t('field.patient'), fields.represented?.surname ? fullName(fields.represented) : null] as [string, string | null]] : []),
    ...(draft.steps.includes('CONTACT') ? [[t('field.email'), fields.email || null] as [string, string | null]] : []),
    ...(fields.phone ? [[t('field.phone'), fields.phone] as [string, string | null]] : []),
    ...(draft.steps.includes('DOCUMENTS')
      ? [[t('wizard.step.DOCUMENTS'), fields.documents.length > 0 ? t('wizard.documents.count', { count: fields.documents.length }) : null] as [string, string | null]]
      : []),
    [t(isCoordinated(draft.route) ? 'field.coordinator' : 'field.consultant'), consultant?.fullName ?? null],
  ];
  return (
    <aside className="summary" aria-labelledby="summary-title">
      <Title order={2} id="summary-title">{t('wizard.summary')}</Title>
      <dl>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={value === null ? 'unset' : undefined}>{value ?? '—'}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
