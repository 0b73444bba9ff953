import { Button, Group, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingRows } from '@/shared/components';
import { contentUrl } from '../api';
import type { ConclusionDocument } from '../types';

const PdfView = lazy(() => import('@/shared/components/PdfView'));

/** The PDF as it will be signed. */
export function PreviewModal({ document, onClose }: { document: ConclusionDocument | null; onClose: () => void }) {
  const { t } = useTranslation('signing');
  return (
    <Modal opened={document !== null} onClose={onClose} size="860px" title={document?.name ?? ''} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {document && (
        <>
          <Suspense fallback={<LoadingRows rows={8} />}><PdfView address={contentUrl(document.id, true)} label={document.name} /></Suspense>
          <Group justify="flex-end" mt="sm">
            <Button component="a" href={contentUrl(document.id)} download={document.name} variant="default" leftSection={<IconDownload size={16} aria-hidden />}>{t('download')}</Button>
            <Button onClick={onClose}>{t('common:close')}</Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
