import { Title, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconClockPlay, IconMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckChip } from '@/features/conferencing/CheckChip';
import { useDeviceChecks } from '@/features/conferencing/deviceChecks';
import { ErrorState, LoadingRows, StateChip } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { todayQuery, useUnread } from '../api';
import { RedFlags } from '../RedFlags';
import { minutesUntil, phases, type VisitPhase, type VisitRow } from './visitPhase';
import { Unread } from './Unread';

const STORED = 'consilium.today';

function useNow(ms: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return now;
}

function PhaseChip({ row, phase, unread, now }: { row: VisitRow; phase: VisitPhase; unread: number; now: number }) {
  const { t } = useTranslation('requests');
  switch (phase) {
    case 'OVERDUE':
      return <StateChip tone="warning" icon={<IconAlertTriangle size={13} aria-hidden />}>{t('today.overdue')}</StateChip>;
    case 'NOW':
      return <StateChip tone="good" icon={<IconClockPlay size={13} aria-hidden />}>{t(unread > 0 ? 'today.waiting' : 'today.now')}</StateChip>;
    case 'NEXT': {
      const minutes = minutesUntil(row, now);
      return <StateChip tone="info">{minutes <= 90 ? t('today.nextIn', { count: minutes }) : t('today.next')}</StateChip>;
    }
    case 'LATER':
      return null;
  }
}

/** Today's visits: who is next, who waits, what is unread, what is overdue. */
export function Today() {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const now = useNow(20_000);
  const today = useQuery({ ...todayQuery, refetchInterval: 60_000 });
  const unread = useUnread();
  const [folded, setFolded] = useState(() => sessionStorage.getItem(STORED) === 'folded');
  const rows = today.data ?? [];
  const checks = useDeviceChecks(rows.map((row) => row.id));
  const phase = phases(rows, now);
  const key = format.dayKey(new Date(now));
  const fold = () => {
    sessionStorage.setItem(STORED, folded ? 'open' : 'folded');
    setFolded(!folded);
  };

  return (
    <section className="panel today" aria-labelledby="today-title">
      <div className="today-head">
        <Title order={2} id="today-title">
          {t('today.title', { day: format.day(new Date(now).toISOString()) })}
          {rows.length > 0 && <span className="muted"> · {t('today.count', { count: rows.length })}</span>}
        </Title>
        {rows.length > 0 && (
          <UnstyledButton className="today-fold" aria-expanded={!folded} aria-controls="today-list" onClick={fold}>
            {folded ? <IconChevronDown size={18} aria-hidden /> : <IconChevronUp size={18} aria-hidden />}
            <span>{t(folded ? 'today.unfold' : 'today.fold')}</span>
          </UnstyledButton>
        )}
      </div>
      {today.isPending && <LoadingRows rows={2} />}
      {today.isError && rows.length === 0 && <ErrorState error={today.error} retry={() => void today.refetch()} />}
      {today.isSuccess && rows.length === 0 && <p className="today-none">{t('today.none')}</p>}
      {rows.length > 0 && !folded && (
        <ul id="today-list" tabIndex={0} aria-labelledby="today-title">
          {rows.map((row) => {
            const count = unread[row.id] ?? 0;
            const at = phase.get(row.id) ?? 'LATER';
            return (
              <li key={row.id} data-phase={at}>
                <span className="today-time">
                  {format.dayKey(row.visitStart) === key ? format.timeRange(row.visitStart, row.visitMinutes) : format.dayTime(row.visitStart)}
                </span>
                <span className="today-who">
                  <Link to={`/requests/${row.id}`} className="today-link">{row.patientName}</Link>
                  {row.representativeName !== null && <span className="muted"> {t('list.representative', { name: row.representativeName })}</span>}
                </span>
                {row.redFlags.length > 0 && <span className="today-flags"><RedFlags flags={row.redFlags} /></span>}
                <span className="today-profile muted">{format.text(row.profileTitle)}</span>
                <span className="today-state"><PhaseChip row={row} phase={at} unread={count} now={now} /> <CheckChip check={checks.get(row.id)} /></span>
                <Link to={`/messages/${row.id}`} className="today-chat">
                  <IconMessage size={16} aria-hidden /> {t('today.chat')}
                  <span className="sr-only">: {row.patientName}</span> <Unread count={count} />
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
