import './viewer.css';
import { ActionIcon, Button, Loader, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contentUrl } from './endpoints';
import { isPdf } from './files';

/** pdf.js is large: it comes when the first PDF is opened. */
const PdfView = lazy(() => import('@/shared/components/PdfView'));

export interface ViewedFile {
  id: string;
  name: string;
  type: string;
}

/** Which file is being looked at. */
export function useFileViewer() {
  const [file, setFile] = useState<ViewedFile | null>(null);
  const open = useCallback((next: ViewedFile) => setFile(next), []);
  const close = useCallback(() => setFile(null), []);
  return { file, open, close };
}

/** Shows a picture or a PDF in the page. */
export function FileViewer({ file, onClose }: { file: ViewedFile | null; onClose: () => void }) {
  const { t } = useTranslation('documents');
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      size="calc(100vw - 48px)"
      padding={0}
      classNames={{ content: 'viewer', header: 'viewer-header', body: 'viewer-body' }}
      title={file?.name}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {file && (isPdf(file) ? <Pdf key={file.id} file={file} /> : <Picture key={file.id} file={file} />)}
    </Modal>
  );
}

function Download({ file }: { file: ViewedFile }) {
  const { t } = useTranslation('documents');
  return (
    <ActionIcon component="a" href={contentUrl(file.id)} download={file.name} variant="default" size="lg" className="viewer-download" aria-label={t('downloadOf', { name: file.name })} title={t('download')}>
      <IconDownload size={18} aria-hidden />
    </ActionIcon>
  );
}

function Pdf({ file }: { file: ViewedFile }) {
  const { t } = useTranslation('documents');
  return (
    <>
      <Download file={file} />
      <Suspense fallback={<Loader className="viewer-wait" aria-label={t('common:loading')} />}>
        <PdfView address={contentUrl(file.id, true)} label={file.name} />
      </Suspense>
    </>
  );
}

function Picture({ file }: { file: ViewedFile }) {
  const { t } = useTranslation('documents');
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  return (
    <>
      <Download file={file} />
      {state === 'loading' && <Loader className="viewer-wait" aria-label={t('common:loading')} />}
      {state === 'failed' ? (
        <div className="viewer-failed" role="alert">
          <p>{t('failedToShow')}</p>
          <Button component="a" href={contentUrl(file.id)} download={file.name} variant="default">{t('download')}</Button>
        </div>
      ) : (
        <img src={contentUrl(file.id, true)} alt={file.name} onLoad={() => setState('shown')} onError={() => setState('failed')} />
      )}
    </>
  );
}
