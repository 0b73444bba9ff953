import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { DateTime } from '@/shared/components';
import { useFormat } from '@/shared/session';

/** How it ended. */
export function OutcomeSection({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  if (request.closedAt === null) return null;
  return (
    <section className="panel outcome" aria-labelledby="outcome">
      <Title order={2} id="outcome" mb={8}>
        {request.state === 'CANCELLED' ? t('state.CANCELLED') : request.outcome ? t(`outcome.${request.outcome}`) : t('state.EXECUTED')}
      </Title>
      <dl className="facts">
        <div><dt>{t('field.closed')}</dt><dd><DateTime instant={request.closedAt} /></dd></div>
        {request.outcomeReason && <div><dt>{t('field.reason')}</dt><dd>{format.text(request.outcomeReason.title)}</dd></div>}
        {request.outcomeText && <div className="facts-line"><dt>{t('field.explanation')}</dt><dd className="typed">{request.outcomeText}</dd></div>}
      </dl>
    </section>
  );
}
