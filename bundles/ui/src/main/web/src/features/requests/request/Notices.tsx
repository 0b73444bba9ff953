import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { DateTime, StateChip, type Tone } from '@/shared/components';
import { noticesQuery } from '../api';

const TONE: Record<'QUEUED' | 'SENT' | 'FAILED', Tone> = { QUEUED: 'info', SENT: 'good', FAILED: 'bad' };

/** The mails of the request; the block is left out while there are none or the region has no notifications. */
export function NoticesSection({ request: { id: requestId } }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const notices = useQuery(noticesQuery(requestId));
  if (!notices.data || notices.data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="notices-title">
      <Title order={2} id="notices-title" mb={8}>{t('notice.title')}</Title>
      <ul className="mails">
        {notices.data.map((notice) => (
          <li key={`${notice.kind} ${notice.at}`}>
            <span>{t(`notice.kind.${notice.kind}`)}</span>
            <StateChip tone={TONE[notice.state]}>{t(`notice.state.${notice.state}`)}</StateChip>
            <span className="muted"><DateTime instant={notice.at} /></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
