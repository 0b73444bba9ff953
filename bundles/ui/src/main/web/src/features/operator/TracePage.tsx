import './operator.css';
import { Alert, Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconListDetails } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestStateChip } from '@/features/requests/RequestStateChip';
import type { Trace, TraceEntry } from '@/shared/api/types';
import { DateTime, EmptyState, ErrorState, LoadingRows, PageHeader, StateChip } from '@/shared/components';
import { traceQuery } from './endpoints';

const TONES = { DONE: 'good', FAILED: 'bad', WAITING: 'warning', GIVEN_UP: 'bad' } as const;

/** «Ход заявки»: what every domain knows of one request, in the order of time. */
export default function TracePage() {
  const { t } = useTranslation('operator');
  const navigate = useNavigate();
  const { request = '' } = useParams({ strict: false });
  const [typed, setTyped] = useState(request);
  const trace = useQuery(traceQuery(request));
  const show = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed.replace('№', '').trim();
    if (wanted === request) void trace.refetch();
    else if (wanted !== '') void navigate({ to: `/operator/trace/${encodeURIComponent(wanted)}` });
  };
  return (
    <div className="page">
      <PageHeader title={t('trace.title')} description={t('trace.intro')} />
      <form onSubmit={show} className="operator-section">
        <Group align="end" gap="sm">
          <TextInput
            label={t('trace.request')}
            placeholder={t('trace.requestHint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
          />
          <Button type="submit" disabled={typed.trim() === ''} loading={trace.isFetching}>{t('trace.show')}</Button>
        </Group>
      </form>
      {request === '' && <EmptyState icon={<IconListDetails size={36} stroke={1.4} />} title={t('trace.ask')}>{t('trace.askText')}</EmptyState>}
      {request !== '' && trace.isPending && <LoadingRows />}
      {trace.isError && !trace.data && <ErrorState error={trace.error} retry={() => void trace.refetch()} />}
      {trace.data && <Lines trace={trace.data} />}
    </div>
  );
}

function Lines({ trace }: { trace: Trace }) {
  const { t } = useTranslation('operator');
  return (
    <>
      {trace.missing.length > 0 && (
        <Alert color="yellow" title={t('trace.missing')} mb={12}>{t('trace.missingText', { domains: trace.missing.join(', ') })}</Alert>
      )}
      <section className="operator-section" aria-labelledby="trace-entries">
        <h2 id="trace-entries">№ {trace.number}</h2>
        <Group gap="md" mb={8}>
          <RequestStateChip state={trace.state} />
          <span className="muted">{t('trace.submitted')}: <DateTime instant={trace.submittedAt} /></span>
          <span className="muted">{t('trace.route')}: <span className="operator-code">{trace.routeId}</span></span>
        </Group>
        <ol className="trace" aria-label={t('trace.entries')}>
          {trace.entries.map((entry, index) => <Line key={`${entry.at} ${index}`} entry={entry} />)}
        </ol>
      </section>
    </>
  );
}

function Line({ entry }: { entry: TraceEntry }) {
  const { t } = useTranslation('operator');
  const planned = entry.outcome === 'WAITING';
  return (
    <li>
      <span className="muted"><DateTime instant={entry.at} />:{entry.at.slice(17, 19)}</span>
      <span className="muted">{t(`trace.kind.${entry.kind}`)}</span>
      <span className="operator-code">{entry.what}</span>
      <span>
        {(entry.outcome !== 'DONE' || entry.kind === 'DELIVERY' || entry.kind === 'MAIL') && (
          <><StateChip tone={TONES[entry.outcome]}>{t(`trace.outcome.${entry.outcome}`)}</StateChip>{' '}</>
        )}
        {entry.attempt !== null && <span className="muted">{t(planned ? 'trace.attempts' : 'trace.attempt', { count: entry.attempt })} </span>}
        {entry.who !== null && <span>{entry.who} </span>}
        {entry.detail !== null && <span className="operator-code muted">{entry.detail}</span>}
      </span>
    </li>
  );
}
