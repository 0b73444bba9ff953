import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime, ErrorState, LoadingRows } from '@/shared/components';
import { historyQuery } from '../api';

const SHOWN = 6;

/** What was done with the request and by whom, newest first. */
export function History({ requestId }: { requestId: string }) {
  const { t } = useTranslation('requests');
  const history = useQuery(historyQuery(requestId));
  const [all, setAll] = useState(false);
  if (history.isPending) return <LoadingRows rows={3} />;
  if (history.isError) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  const entries = [...history.data].sort((a, b) => b.at.localeCompare(a.at));
  if (entries.length === 0) return <p className="none">{t('request.noHistory')}</p>;
  return (
    <>
      <ul className="history">
        {entries.slice(0, all ? undefined : SHOWN).map((entry, index) => (
          <li key={`${entry.at} ${index}`}>
            <span className="muted"><DateTime instant={entry.at} /></span>
            <span>
              {t([`history.${entry.action.replaceAll('.', '_')}`, 'history.other'], { action: entry.action })}
              {entry.text && <span className="history-text">{entry.text}</span>}
            </span>
            <span className="muted">{entry.actorKind === 'STAFF' && entry.actorName ? entry.actorName : t(`actor.${entry.actorKind}`)}</span>
          </li>
        ))}
      </ul>
      {entries.length > SHOWN && !all && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>{t('request.wholeHistory', { count: entries.length })}</Button>
      )}
    </>
  );
}
