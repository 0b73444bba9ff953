import { Alert, Button, Group, Title } from '@mantine/core';
import { IconArchive, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { ErrorState, LoadingRows } from '@/shared/components';
import { fileSize } from '@/shared/format';
import { notify } from '@/shared/notices';
import { useFormat } from '@/shared/session';
import { archiveUrl, complete, contentUrl, documentChanged, documentQuery } from '../api';
import { DocumentStateChip } from '../documents/DocumentStateChip';
import { SignatureFacts } from '../documents/SignatureFacts';
import { RequestFrame } from '../RequestFrame';
import type { ConclusionDocument } from '../types';
import { SignPanel } from './SignPanel';

const PdfView = lazy(() => import('@/shared/components/PdfView'));

/** The signing window: the document, the certificate, the check, the archive, and only then the end of the request. */
export default function SigningPage() {
  const { t } = useTranslation('signing');
  const { requestId, documentId } = useParams({ strict: false }) as { requestId: string; documentId: string };
  const document = useQuery(documentQuery(documentId));
  return (
    <RequestFrame requestId={requestId} title={t('sign.title')} status={document.data && <DocumentStateChip document={document.data} />}>
      {(request) => (
        document.data ? (
          <div className="sign">
            <section className="panel sign-document" aria-label={document.data.name}>
              <Suspense fallback={<LoadingRows rows={8} />}><PdfView address={contentUrl(documentId, true)} label={document.data.name} /></Suspense>
            </section>
            <div className="sign-side"><Side request={request} document={document.data} /></div>
          </div>
        ) : document.isPending ? <LoadingRows rows={8} height={28} /> : <ErrorState error={document.error} retry={() => void document.refetch()} />
      )}
    </RequestFrame>
  );
}

function Side({ request, document }: { request: ConsultationRequest; document: ConclusionDocument }) {
  const { t } = useTranslation('signing');
  if (!document.current) {
    return (
      <Alert color="yellow" variant="light" role="status" title={t('sign.notCurrent')}>
        <Link to={`/requests/${request.id}`}>{t('toRequest')}</Link>
      </Alert>
    );
  }
  switch (document.state) {
    case 'MADE':
    case 'AWAITING':
      return <SignPanel request={request} document={document} />;
    case 'CHECKING':
      return <Checking document={document} />;
    case 'SIGNED':
      return <Signed request={request} document={document} />;
    case 'UPLOADED':
      return <Alert variant="light" role="status">{t('documents.withoutSignature')}</Alert>;
  }
}

function Checking({ document }: { document: ConclusionDocument }) {
  const { t } = useTranslation('signing');
  const format = useFormat();
  const queries = useQueryClient();
  const retryAt = document.signature?.retryAt ?? null;
  return (
    <section className="panel" aria-labelledby="checking">
      <Title order={2} id="checking" mb={8}>{t('checking.title')}</Title>
      <div role="status">
        <p>{t(document.signature?.code === 'signing.verifier-away' ? 'checking.verifier' : 'checking.revocation')}</p>
        <p>{t('checking.kept')}{retryAt !== null && ` ${t('checking.retry', { time: format.time(retryAt) })}`}</p>
      </div>
      <Button variant="default" mt="xs" onClick={() => void queries.invalidateQueries({ queryKey: ['signing', 'document', document.id] })}>{t('checking.look')}</Button>
    </section>
  );
}

function Signed({ request, document }: { request: ConsultationRequest; document: ConclusionDocument }) {
  const { t } = useTranslation('signing');
  const { language } = useFormat();
  const queries = useQueryClient();
  const finish = useMutation({
    mutationFn: () => complete(request.id, document.id),
    onSuccess: (executed) => {
      documentChanged(queries, executed);
      notify('done', t('sign.executed'));
    },
  });
  return (
    <>
      <section className="panel" aria-labelledby="archive">
        <Title order={2} id="archive" mb={8}>{t(document.executed ? 'sign.executed' : 'archive.title')}</Title>
        {document.archive && (
          <div role="status" className="archive">
            <IconArchive size={22} aria-hidden />
            <p>{t('archive.text', { name: document.archive.name, size: fileSize(document.archive.size, language) })}</p>
          </div>
        )}
        {finish.isError && <ErrorState error={finish.error} />}
        <Group gap="sm" mt="sm">
          <Button component="a" href={archiveUrl(document.id)} download={document.archive?.name ?? ''} variant="default" leftSection={<IconDownload size={16} aria-hidden />}>{t('archive.download')}</Button>
          {document.executed
            ? <Button component={Link} to={`/requests/${request.id}`}>{t('toRequest')}</Button>
            : <Button disabled={document.archive === null} loading={finish.isPending} onClick={() => finish.mutate()}>{t('common:next')}</Button>}
        </Group>
        {!document.executed && <p className="muted bar-note">{t('archive.nextNote')}</p>}
      </section>
      {document.signature && <SignatureFacts signature={document.signature} />}
    </>
  );
}
