import './bell.css';
import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useHint } from '@/shared/hooks/hints';
import { callWindow } from './callWindow';
import { fetchCalls } from './model/endpoints';

export const callsQuery = { queryKey: ['conferencing', 'calls'], queryFn: ({ signal }: { signal: AbortSignal }) => fetchCalls(signal), retry: false };

/** Who waits for the doctor, and which call he may watch: heard and seen on every page. */
export function WaitingBell() {
  const { t } = useTranslation('conferencing');
  const calls = useQuery(callsQuery);
  const open = useSyncExternalStore(callWindow.subscribe, callWindow.snapshot);
  useHint((hint) => {
    if (hint.type === 'conferencing.waiting') void import('./rtc/sound').then((sound) => sound.chime());
  });
  const shown = (calls.data?.items ?? []).filter((call) => (call.waiting.length > 0 || (call.watching && !call.inRoom)) && call.requestId !== open?.requestId);
  if (shown.length === 0) return null;
  return (
    <div className={open !== null && !open.floating ? 'bell bell-over' : 'bell'} role="status">
      {shown.slice(0, 3).map((call) => (
        <div key={call.requestId} className="bell-row">
          <span>
            <strong>{call.watching ? t('invited') : t('waits', { name: call.waiting[0]!.name })}</strong> {call.requestName}
            {call.deviceCheck && call.deviceCheck.outcome !== 'OK' && <> · {t(`check.${call.deviceCheck.outcome}`)}</>}
          </span>
          <Button size="compact-sm" leftSection={<IconDoorEnter size={16} aria-hidden />} disabled={open !== null} onClick={() => callWindow.open(call.requestId, call.requestName, false)}>
            {t('enter')}
          </Button>
        </div>
      ))}
    </div>
  );
}
