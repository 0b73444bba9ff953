import './bell.css';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCamera, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '@/shared/api/client';
import { StateChip } from '@/shared/components';
import { callWindow } from './callWindow';
import { roomQuery } from './roomQuery';

/** At the upper right of the chat: the handset rings the patient, «Камера» enters the room and waits (S120, S122). */
export function CallButtons({ requestId, title }: { requestId: string; title: string }) {
  const { t } = useTranslation('conferencing');
  const query = useQuery(roomQuery(requestId));
  const open = useSyncExternalStore(callWindow.subscribe, callWindow.snapshot);
  // Not installed here, or no right: then there is nothing to offer.
  if (query.isError && isApiError(query.error) && query.error.status === 404) return null;
  const room = query.data;
  const other = open !== null && open.requestId !== requestId;
  const away = query.isError && !room;
  const note = other ? t('otherCall') : away ? t('away') : null;
  if (room?.closed) return null;
  const waiting = room?.participants.find((participant) => participant.state === 'WAITING');
  return (
    <div className="chat-calls">
      {room && room.state !== 'NONE' && room.state !== 'ENDED' && (
        <StateChip tone={waiting ? 'warning' : room.state === 'IN_PROGRESS' ? 'good' : 'info'}>{waiting ? t('waits', { name: waiting.name }) : t(`state.${room.state}`)}</StateChip>
      )}
      <Tooltip label={note ?? t('ring')}>
        <ActionIcon variant="light" size="lg" aria-label={t('ring')} disabled={other || away || !room} onClick={() => callWindow.open(requestId, title, true)}>
          <IconPhone size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={note ?? t('camera')}>
        <ActionIcon variant="light" size="lg" aria-label={t('camera')} disabled={other || away || !room} onClick={() => callWindow.open(requestId, title, false)}>
          <IconCamera size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
