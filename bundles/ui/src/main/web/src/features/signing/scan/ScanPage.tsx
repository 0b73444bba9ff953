import '@/features/documents/documents.css';
import { ActionIcon, Alert, Button, Group, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { contentUrl, deleteFile, uploadFile } from '@/features/documents/endpoints';
import { UploadButton } from '@/features/documents/UploadButton';
import { UploadQueue } from '@/features/documents/UploadQueue';
import type { ConsultationRequest } from '@/shared/api/types';
import { uuidv7 } from '@/shared/api/uuid';
import { EmptyState, ErrorState, LoadingRows } from '@/shared/components';
import { fileSize } from '@/shared/format';
import { notify } from '@/shared/notices';
import { useFormat } from '@/shared/session';
import { documentChanged, finishWithScan } from '../api';
import { RequestFrame } from '../RequestFrame';

const PdfView = lazy(() => import('@/shared/components/PdfView'));
const ACCEPTED = 'application/pdf,image/jpeg,image/png';
const PAGES = 50;

/** «Завершить с загрузкой заключения»: a scan of the paper that was signed by hand, in one or several pages. */
export default function ScanPage() {
  const { t } = useTranslation('signing');
  const { requestId } = useParams({ strict: false }) as { requestId: string };
  return <RequestFrame requestId={requestId} title={t('scan.title')}>{(request) => <Body request={request} />}</RequestFrame>;
}

function Body({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('signing');
  const { language } = useFormat();
  const queries = useQueryClient();
  const [queue] = useState(() => new UploadQueue(uploadFile, () => void queries.invalidateQueries({ queryKey: ['documents', 'request', request.id] })));
  const uploads = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const [order, setOrder] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const id = useRef(uuidv7());
  const finish = useMutation({
    mutationFn: (documentIds: string[]) => finishWithScan(request.id, { id: id.current, documentIds }),
    onSuccess: (document) => {
      documentChanged(queries, document);
      notify('done', t('scan.done'));
    },
  });

  // New pages come last; the order is the doctor's.
  useEffect(() => {
    setOrder((before) => {
      const present = uploads.map((upload) => upload.id);
      return [...before.filter((each) => present.includes(each)), ...present.filter((each) => !before.includes(each))];
    });
  }, [uploads]);
  const pages = useMemo(() => order.map((each) => uploads.find((upload) => upload.id === each)).filter((upload) => upload !== undefined), [order, uploads]);
  const page = pages.find((each) => each.id === shown && each.state === 'done') ?? pages.find((each) => each.state === 'done');

  const back = <Button component={Link} to={`/requests/${request.id}`} variant="default">{t('toRequest')}</Button>;
  if (finish.isSuccess) return <EmptyState title={t('scan.done')} action={back}>{t('scan.doneText')}</EmptyState>;
  if (request.state !== 'IN_WORK') return <EmptyState title={t('conclusion.closed')} action={back}>{t('conclusion.closedText')}</EmptyState>;

  const move = (index: number, by: number) => setOrder((before) => {
    const next = [...before];
    [next[index], next[index + by]] = [next[index + by]!, next[index]!];
    return next;
  });
  const remove = (pageId: string, uploaded: boolean) => {
    queue.remove(pageId);
    // A page that is not taken is no file of the request either.
    if (uploaded) void deleteFile(pageId).catch(() => {}).finally(() => void queries.invalidateQueries({ queryKey: ['documents'] }));
  };
  const ready = pages.length > 0 && pages.length <= PAGES && pages.every((each) => each.state === 'done');
  return (
    <>
      <Alert variant="light" mb="sm" title={t('documents.withoutSignature')}>{t('scan.text')}</Alert>
      <div className="scan">
        <section className="panel" aria-labelledby="scan-pages">
          <Title order={2} id="scan-pages" mb={8}>{t('scan.pages')}</Title>
          {pages.length === 0 && <p className="none">{t('scan.noPages')}</p>}
          <ol className="scan-list">
            {pages.map((each, index) => (
              <li key={each.id} aria-current={each.id === page?.id ? 'true' : undefined}>
                <button type="button" className="link-button" disabled={each.state !== 'done'} onClick={() => setShown(each.id)}>{each.name}</button>
                <span className={each.state === 'failed' ? 'upload-bad' : 'muted'}>
                  {each.state === 'done' ? fileSize(each.file.size, language) : each.state === 'failed' ? '' : each.state === 'waiting' ? t('scan.waiting') : t('scan.uploading', { percent: Math.round(each.progress * 100) })}
                </span>
                <span className="scan-acts">
                  <ActionIcon variant="subtle" disabled={index === 0} aria-label={t('scan.up', { name: each.name })} onClick={() => move(index, -1)}><IconArrowUp size={16} aria-hidden /></ActionIcon>
                  <ActionIcon variant="subtle" disabled={index === pages.length - 1} aria-label={t('scan.down', { name: each.name })} onClick={() => move(index, 1)}><IconArrowDown size={16} aria-hidden /></ActionIcon>
                  <ActionIcon variant="subtle" color="red" aria-label={t('scan.remove', { name: each.name })} onClick={() => remove(each.id, each.state === 'done')}><IconTrash size={16} aria-hidden /></ActionIcon>
                </span>
                {each.error && <ErrorState error={each.error} retry={() => queue.retry(each.id)} />}
              </li>
            ))}
          </ol>
          <UploadButton
            label={t('scan.add')}
            hint={t('scan.kinds')}
            accept={ACCEPTED}
            variant="default"
            mt="xs"
            onFiles={(files) => queue.add(Array.from(files, (file) => ({ file, name: file.name })), { requestId: request.id })}
          />
        </section>
        <section className="panel scan-view" aria-label={t('scan.preview')}>
          {page === undefined ? <p className="none">{t('scan.noPreview')}</p> : page.file.type === 'application/pdf' ? (
            <Suspense fallback={<LoadingRows rows={8} />}><PdfView address={contentUrl(page.id, true)} label={page.name} /></Suspense>
          ) : (
            <img src={contentUrl(page.id, true)} alt={page.name} />
          )}
        </section>
      </div>
      <div className="signing-bar">
        {finish.isError && <ErrorState error={finish.error} />}
        <Group justify="space-between" gap="sm">
          {back}
          <Button disabled={!ready} loading={finish.isPending} onClick={() => finish.mutate(pages.map((each) => each.id))}>{t('common:next')}</Button>
        </Group>
      </div>
    </>
  );
}
