import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '@/shared/format';
import { sayError } from '@/shared/i18n';
import { useFormat } from '@/shared/session';
import { errorOf } from '@/shared/failure';
import type { Outbox, Outgoing } from './model/Outbox';

/** A message that is not with the server yet: on its way, waiting for the connection, or refused with the reason. */
export function OutgoingRow({ item, outbox }: { item: Outgoing; outbox: Outbox }) {
  const { t } = useTranslation('chat');
  const { language } = useFormat();
  const uploading = item.state === 'sending' && item.file !== null && !item.file.uploaded;
  const percent = Math.round((item.file?.progress ?? 0) * 100);
  return (
    <li className={`bubble bubble-mine bubble-${item.state}`}>
      <span className="sr-only">{t('you')}</span>
      {item.text !== null && <p className="bubble-text">{item.text}</p>}
      {item.file && <span className="bubble-file"><span className="bubble-file-name">{item.file.name}</span> <span className="bubble-file-size">{fileSize(item.file.size, language)}</span></span>}
      {uploading && <Progress value={percent} size="sm" mt={4} aria-label={t('uploading', { percent })} />}
      <span className="bubble-meta" role="status">
        {item.state === 'sending' && (uploading ? t('uploading', { percent }) : t('sending'))}
        {item.state === 'waiting' && <><IconClock size={14} aria-hidden /> {t('waiting')}</>}
        {item.state === 'failed' && (
          <><IconAlertTriangle size={14} aria-hidden /> <span>{t('failed')} {item.failure && sayError(errorOf(item.failure))}</span></>
        )}
      </span>
      {(item.state !== 'sending' || uploading) && (
        <span className="bubble-actions">
          {!uploading && <Button size="compact-xs" variant="default" onClick={() => outbox.retry(item.id)}>{t('common:retry')}</Button>}
          <Button size="compact-xs" variant="default" onClick={() => outbox.discard(item.id)}>{uploading ? t('common:cancel') : t('discard')}</Button>
        </span>
      )}
    </li>
  );
}
