import { ActionIcon, Button, Title } from '@mantine/core';
import { IconFiles, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import '@/features/documents/documents.css';
import { FileIcon } from '@/features/documents/FileIcon';
import { FileLink } from '@/features/documents/FileLink';
import { FileViewer, useFileViewer } from '@/features/documents/FileViewer';
import { UploadButton } from '@/features/documents/UploadButton';
import { UploadList } from '@/features/documents/UploadList';
import { useFileDrop } from '@/features/documents/useFileDrop';
import { useUploads } from '@/features/documents/useUploads';
import type { ChosenDocument, DraftDocument } from '@/shared/api/types';
import { fileSize } from '@/shared/format';
import { useFormat } from '@/shared/session';
import { ChooseFilesModal } from './ChooseFilesModal';
import type { StepProps } from './Wizard';

/** As many as the server takes. */
const MOST = 20;

/** Files for the consultant: uploaded here, or chosen from «Документы». */
export function DocumentsStep({ saver, view, next, back }: StepProps) {
  const { t } = useTranslation('requests');
  const { language } = useFormat();
  const [choosing, setChoosing] = useState(false);
  const [saving, setSaving] = useState(false);
  const viewer = useFileViewer();
  const { queue, uploads, add } = useUploads({}, `draft ${view.draft.id}`);
  const chosen = view.fields.documents;
  const room = MOST - chosen.length;
  const { dragging, handlers } = useFileDrop(room > 0, add);

  const change = (documents: ChosenDocument[]) => {
    saver.change({ documents });
    // The names of the files come with the answer.
    saver.flush().catch(() => {});
  };

  useEffect(() => {
    const done = uploads.filter((upload) => upload.state === 'done');
    if (done.length === 0) return;
    done.forEach((upload) => queue.remove(upload.id));
    saver.change({ documents: [...saver.current().fields.documents, ...done.map(({ id }) => ({ id, uploaded: true }))] });
    saver.flush().catch(() => {});
  }, [uploads, queue, saver]);

  const known = new Map(view.draft.documents.map((document) => [document.id, document]));
  const go = async () => {
    setSaving(true);
    await next();
    setSaving(false);
  };

  return (
    <div className={dragging ? 'request-files request-files-drop' : 'request-files'} {...handlers}>
      <Title order={2} tabIndex={-1} mb={4}>{t('wizard.documents.title')}</Title>
      <p className="muted mb">{t('wizard.documents.hint')}</p>
      {chosen.length > 0 && (
        <ul className="request-file-list" aria-label={t('wizard.documents.title')}>
          {chosen.map(({ id, uploaded }) => (
            <Attached
              key={id}
              document={known.get(id)}
              language={language}
              onView={viewer.open}
              label={t(uploaded ? 'wizard.documents.delete' : 'wizard.documents.remove')}
              onRemove={() => change(saver.current().fields.documents.filter((other) => other.id !== id))}
            />
          ))}
        </ul>
      )}
      <UploadList queue={queue} uploads={uploads} />
      {room > 0 ? (
        <div className="documents-step-actions">
          <UploadButton label={t('documents:upload')} hint={t('documents:kinds')} variant="default" onFiles={(files) => add(files.slice(0, room))} />
          <Button variant="default" leftSection={<IconFiles size={16} aria-hidden />} onClick={() => setChoosing(true)}>{t('wizard.documents.choose')}</Button>
        </div>
      ) : (
        <p className="muted">{t('wizard.documents.full', { count: MOST })}</p>
      )}
      <div className="wizard-foot">
        <Button variant="default" onClick={back}>{t('common:back')}</Button>
        <Button loading={saving} onClick={() => void go()}>{t('common:next')}</Button>
      </div>
      <FileViewer file={viewer.file} onClose={viewer.close} />
      {choosing && (
        <ChooseFilesModal
          taken={chosen.map((document) => document.id)}
          room={room}
          onChoose={(ids) => change([...saver.current().fields.documents, ...ids.map((id) => ({ id, uploaded: false }))])}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

interface AttachedProps {
  /** Not there while the draft is being saved. */
  document: DraftDocument | undefined;
  language: 'ru' | 'en';
  label: string;
  onView: (file: { id: string; name: string; type: string }) => void;
  onRemove: () => void;
}

function Attached({ document, language, label, onView, onRemove }: AttachedProps) {
  const { t } = useTranslation('requests');
  const file = document && document.name !== null && document.type !== null ? { id: document.id, name: document.name, type: document.type } : null;
  return (
    <li>
      {file && <FileIcon type={file.type} />}
      {file ? <FileLink file={file} onView={onView} /> : <span className={document ? 'problem' : 'muted'}>{t(document ? 'wizard.documents.gone' : 'common:loading')}</span>}
      {typeof document?.size === 'number' && <span className="muted">{fileSize(document.size, language)}</span>}
      <span className="request-file-actions">
        <ActionIcon variant="subtle" color="gray.7" aria-label={file ? `${label} ${file.name}` : label} title={label} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </span>
    </li>
  );
}
