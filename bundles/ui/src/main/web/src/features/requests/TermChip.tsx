import { IconAlertTriangle, IconFlame } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestState } from '@/shared/api/types';
import { DateTime, StateChip } from '@/shared/components';
import { minutesLeft, termPhase } from './list/term';

/** By when a request has to be done: a clock that runs, marked in its last hour and after it. */
export function TermChip({ request }: { request: { state: RequestState; dueAt: string | null } }) {
  const { t } = useTranslation('requests');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const phase = termPhase(request, now);
  if (phase === 'NONE' || request.dueAt === null) return null;
  if (phase === 'BREACHED') return <StateChip tone="bad" icon={<IconAlertTriangle size={13} aria-hidden />}>{t('term.breached')}</StateChip>;
  if (phase === 'BURNING') return <StateChip tone="warning" icon={<IconFlame size={13} aria-hidden />}>{t('term.left', { count: minutesLeft(request.dueAt, now) })}</StateChip>;
  return <DateTime instant={request.dueAt} as="relative" />;
}
