import '../signing.css';
import { Button, Title } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateTime, StateChip } from '@/shared/components';
import { awaitingQuery } from '../api';

/** In the tab «Документы»: the conclusions that wait for the reader's signature. */
export default function AwaitingSection() {
  const { t } = useTranslation('signing');
  const { data } = useQuery(awaitingQuery);
  if (!data || data.length === 0) return null;
  return (
    <section className="panel mb" aria-labelledby="awaiting-section">
      <Title order={2} id="awaiting-section" mb={8}><Link to="/signing/awaiting">{t('awaiting.title')}</Link></Title>
      <ul className="awaiting awaiting-short">
        {data.map((row) => (
          <li key={row.documentId}>
            <div className="awaiting-name"><span>{row.name}</span><span className="muted">{row.requestName}</span></div>
            <span className="awaiting-due">{row.overdue && <StateChip tone="bad">{t('awaiting.overdue')}</StateChip>} <DateTime instant={row.dueAt} /></span>
            <Button component={Link} to={`/requests/${row.requestId}/signature/${row.documentId}`} size="xs" leftSection={<IconSignature size={16} aria-hidden />}>{t('sign.file')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
