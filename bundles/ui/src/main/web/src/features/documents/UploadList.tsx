import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sayError } from '@/shared/i18n';
import type { Upload, UploadQueue } from './UploadQueue';

/** What is being uploaded, what is done, and for each file that was refused the reason in words. */
export function UploadList({ queue, uploads }: { queue: UploadQueue; uploads: readonly Upload[] }) {
  const { t } = useTranslation('documents');
  if (uploads.length === 0) return null;
  const done = uploads.filter((upload) => upload.state === 'done').length;
  const over = done === uploads.length;
  return (
    <section className="uploads panel" aria-label={t('uploads')}>
      {over ? (
        <div className="upload-row">
          <IconCheck size={18} aria-hidden className="upload-good" />
          <span className="upload-name" role="status">{t('uploadedCount', { count: done })}</span>
          <Button size="compact-xs" variant="subtle" onClick={() => queue.removeDone()}>{t('hideAll')}</Button>
        </div>
      ) : (
        <ul>{uploads.map((upload) => <UploadRow key={upload.id} upload={upload} queue={queue} />)}</ul>
      )}
    </section>
  );
}

function UploadRow({ upload, queue }: { upload: Upload; queue: UploadQueue }) {
  const { t } = useTranslation('documents');
  const percent = Math.round(upload.progress * 100);
  const { id, name, state } = upload;
  return (
    <li className="upload-row">
      {state === 'done' && <IconCheck size={18} aria-hidden className="upload-good" />}
      {state === 'failed' && <IconAlertTriangle size={18} aria-hidden className="upload-bad" />}
      {(state === 'queued' || state === 'waiting' || state === 'sending') && <IconClock size={18} aria-hidden className="upload-calm" />}
      <span className="upload-name">{name}</span>
      {state === 'sending' && <Progress value={percent} className="upload-progress" aria-label={t('uploading', { percent })} />}
      <span className={state === 'failed' ? 'upload-state upload-bad' : 'upload-state'} role="status">
        {state === 'sending' && t('uploading', { percent })}
        {state === 'queued' && t('waitingTurn')}
        {state === 'waiting' && t('waiting')}
        {state === 'done' && t('done')}
        {state === 'failed' && `${t('failed')} ${upload.error ? sayError(upload.error) : ''}`}
      </span>
      {state === 'failed' && (
        <ActionIcon variant="subtle" aria-label={t('retryOf', { name })} title={t('common:retry')} onClick={() => queue.retry(id)}><IconRefresh size={16} aria-hidden /></ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray.7"
        aria-label={t(state === 'done' || state === 'failed' ? 'hide' : 'cancel', { name })}
        title={state === 'done' || state === 'failed' ? t('hideAll') : t('common:cancel')}
        onClick={() => queue.remove(id)}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}
