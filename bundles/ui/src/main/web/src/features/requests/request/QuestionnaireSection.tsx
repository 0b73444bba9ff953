import { Alert } from '@mantine/core';
import { IconFlagFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { DateTime } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { AnsweredFields } from './FormsSection';
import { Section } from './Section';

/** What the doctor has to see before all else. */
export function RedFlagsSection({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  return (
    <Alert color="red" variant="light" icon={<IconFlagFilled size={20} aria-hidden />} title={t('redFlags.title')}>
      <ul className="red-flag-list">
        {request.redFlags.map((flag) => <li key={flag.ru}>{format.text(flag)}</li>)}
      </ul>
    </Alert>
  );
}

/** What the patient answered before the visit. */
export function QuestionnaireSection({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const { questionnaire } = request;
  if (questionnaire === null) return null;
  return (
    <Section id="questionnaire" title={t('questionnaire.title')}>
      {questionnaire.answeredAt === null ? (
        <p className="none">{t('questionnaire.notYet')}</p>
      ) : (
        <>
          <AnsweredFields answered={questionnaire} />
          <p className="questionnaire-time muted">{t('questionnaire.answered')} <DateTime instant={questionnaire.answeredAt} /></p>
        </>
      )}
    </Section>
  );
}
