import '../bell.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { DateTime, ErrorState, LoadingRows } from '@/shared/components';
import { isApiError } from '@/shared/api/client';
import { Section } from '@/features/requests/request/Section';
import type { LogEntry } from '../model/types';
import { logQuery } from '../roomQuery';

const FIRST = 8;

/** Who entered and left when, calls and quality; it belongs to the request. */
export function CallLog({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('conferencing');
  const log = useQuery(logQuery(request.id));
  const [all, setAll] = useState(false);
  if (log.isError && isApiError(log.error) && log.error.status === 404) return null;
  const items = log.data?.items ?? [];
  return (
    <Section id="call-log" title={t('log.title')}>
      {log.isPending && <LoadingRows rows={2} />}
      {log.isError && items.length === 0 && <ErrorState error={log.error} retry={() => void log.refetch()} />}
      {log.isSuccess && items.length === 0 && <p className="action-note">{t('log.empty')}</p>}
      {items.length > 0 && (
        <ul className="call-log">
          {(all ? items : items.slice(0, FIRST)).map((entry, index) => (
            <li key={`${entry.at} ${index}`}><span className="muted"><DateTime instant={entry.at} /></span> <Line entry={entry} /></li>
          ))}
        </ul>
      )}
      {items.length > FIRST && !all && <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>{t('log.all')}</Button>}
    </Section>
  );
}

function Line({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation('conferencing');
  const level = entry.detail.level;
  return <span>{t(`log.${entry.kind}`, { name: entry.name ?? '', level: level ? t(`log.level.${level}`) : '' })}</span>;
}
