import './documents.css';
import { ActionIcon, Text } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredDocument } from '@/shared/api/types';
import { DateTime, ErrorState, LoadingRows } from '@/shared/components';
import { fileSize } from '@/shared/format';
import { useFormat, useMe } from '@/shared/session';
import { DeleteModal } from './DeleteModal';
import { contentUrl, fetchRequestFiles } from './endpoints';
import { FileIcon } from './FileIcon';
import { FileLink } from './FileLink';
import { FileViewer, useFileViewer } from './FileViewer';
import { UploadButton } from './UploadButton';
import { UploadList } from './UploadList';
import { useFileDrop } from './useFileDrop';
import { useUploads } from './useUploads';

/** The files of a request, of both sides, in the request's window. A closed request takes no more. */
export function RequestFiles({ requestId, closed }: { requestId: string; closed: boolean }) {
  const { t } = useTranslation('documents');
  const { language } = useFormat();
  const { accountId } = useMe();
  const [deleting, setDeleting] = useState<StoredDocument | null>(null);
  const viewer = useFileViewer();
  const files = useQuery({ queryKey: ['documents', 'request', requestId], queryFn: ({ signal }) => fetchRequestFiles(requestId, signal) });
  const { queue, uploads, add } = useUploads({ requestId });
  const { dragging, handlers } = useFileDrop(!closed, add);

  return (
    <div className={dragging ? 'request-files request-files-drop' : 'request-files'} {...handlers}>
      {files.isPending && <LoadingRows rows={2} />}
      {files.isError && <ErrorState error={files.error} retry={() => void files.refetch()} />}
      {files.isSuccess && files.data.length === 0 && <Text size="sm" c="gray.7">{t('noFiles')}</Text>}
      {files.isSuccess && files.data.length > 0 && (
        <ul className="request-file-list">
          {files.data.map((file) => (
            <li key={file.id}>
              <FileIcon type={file.type} />
              <FileLink file={file} onView={viewer.open} />
              <span className="muted">{fileSize(file.size, language)}</span>
              <span className="muted">{file.fromPatient ? t('fromPatient') : (file.ownerName ?? '')}</span>
              <span className="muted"><DateTime instant={file.uploadedAt} /></span>
              <span className="request-file-actions">
                <ActionIcon component="a" href={contentUrl(file.id)} download={file.name} variant="subtle" aria-label={t('downloadOf', { name: file.name })} title={t('download')}>
                  <IconDownload size={16} aria-hidden />
                </ActionIcon>
                {!closed && file.ownerId === accountId && (
                  <ActionIcon variant="subtle" color="red" aria-label={`${t('delete')} ${file.name}`} title={t('delete')} onClick={() => setDeleting(file)}>
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <UploadList queue={queue} uploads={uploads} />
      {!closed && <UploadButton label={t('addFile')} hint={t('kinds')} variant="default" size="xs" mt="xs" onFiles={add} />}
      <FileViewer file={viewer.file} onClose={viewer.close} />
      <DeleteModal file={deleting} onClose={() => setDeleting(null)} />
    </div>
  );
}
