import '../signing.css';
import { Button, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconSignature } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contentUrl as fileUrl } from '@/features/documents/endpoints';
import { isApiError } from '@/shared/api/client';
import type { ConsultationRequest } from '@/shared/api/types';
import { DateTime, ErrorState } from '@/shared/components';
import { sayError } from '@/shared/i18n';
import { notify } from '@/shared/notices';
import { useMe } from '@/shared/session';
import { archiveUrl, cdaUrl, contentUrl, documentsQuery, sealedRecordUrl, verify } from '../api';
import { CorrectionModal } from '../correction/CorrectionModal';
import { sayCode } from '../sign/saySigner';
import type { ConclusionDocument } from '../types';
import { DocumentStateChip } from './DocumentStateChip';

/** «Документы» of a request: its conclusions with their versions, what to do with them, and what is offered for download. */
export function RequestConclusions({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('signing');
  const me = useMe();
  const documents = useQuery(documentsQuery(request.id));
  const [correcting, setCorrecting] = useState(false);
  const consultant = request.consultantId === me.accountId;
  if (documents.isPending) return null;
  // A region without signing.
  if (isApiError(documents.error) && documents.error.status === 404) return <p className="none">{t('documents.none')}</p>;
  if (documents.isError) return <ErrorState error={documents.error} retry={() => void documents.refetch()} />;
  const executed = request.state === 'EXECUTED';
  return (
    <>
      {documents.data.length === 0 && <p className="none">{t('documents.none')}</p>}
      <ul className="conclusions">
        {documents.data.map((document) => <Row key={document.id} document={document} consultant={consultant} />)}
      </ul>
      {executed && (
        <div className="conclusions-foot">
          <a href={sealedRecordUrl(request.id)} download>{t('documents.sealed')}</a>
          {consultant && documents.data.some((document) => document.state === 'SIGNED') && (
            <Button variant="default" size="xs" onClick={() => setCorrecting(true)}>{t('correction.button')}</Button>
          )}
        </div>
      )}
      <CorrectionModal requestId={request.id} opened={correcting} onClose={() => setCorrecting(false)} />
    </>
  );
}

function Row({ document, consultant }: { document: ConclusionDocument; consultant: boolean }) {
  const { t } = useTranslation('signing');
  const check = useMutation({
    mutationFn: () => verify(document.id),
    onSuccess: (result) => (result.valid ? notify('done', t('verification.valid')) : notify('error', t('verification.invalid', { reason: result.code === null ? '' : sayCode(result.code) }))),
    onError: (error) => notify('error', sayError(error)),
  });
  const unsigned = document.current && (document.state === 'MADE' || document.state === 'AWAITING');
  const unfinished = document.state === 'SIGNED' && !document.executed;
  return (
    <li className={document.current ? undefined : 'conclusion-former'}>
      <div className="conclusion-name">
        {document.kind === 'SCAN' ? (
          <>
            <span>{document.name}</span>
            <span className="scan-pages">
              {document.pages.map((page, index) => (
                <a key={page.documentId} href={fileUrl(page.documentId, true)} target="_blank" rel="noreferrer">{t('scan.page', { number: index + 1 })}</a>
              ))}
            </span>
          </>
        ) : (
          <a href={contentUrl(document.id, true)} target="_blank" rel="noreferrer">{document.name}</a>
        )}
        <span className="muted">
          {document.authorName}, <DateTime instant={document.createdAt} />
          {document.addendum && ` · ${t('correction.kind.ADDENDUM')}`}
          {!document.current && ` · ${t('documents.former')}`}
        </span>
        {document.correctionReason && <span className="muted">{t('correction.reasonWas', { reason: document.correctionReason })}</span>}
      </div>
      <span className="conclusion-state">
        <DocumentStateChip document={document} />
        {document.withoutSignature && <span className="chip chip-warning">{t('documents.withoutSignature')}</span>}
      </span>
      <span className="conclusion-acts">
        {consultant && (unsigned || unfinished || document.state === 'CHECKING') && (
          <Button component={Link} to={`/requests/${document.requestId}/signature/${document.id}`} size="xs" leftSection={<IconSignature size={16} aria-hidden />}>
            {t(unsigned ? 'sign.file' : 'sign.open')}
          </Button>
        )}
        {document.archive && (
          <Button component="a" href={archiveUrl(document.id)} download={document.archive.name} size="xs" variant="default" leftSection={<IconDownload size={16} aria-hidden />}>{t('archive.short')}</Button>
        )}
        {document.kind === 'CONCLUSION' && (
          <Menu position="bottom-end" width={260}>
            <Menu.Target>
              <Button size="xs" variant="subtle" aria-label={t('documents.menu', { name: document.name })}><IconDots size={18} aria-hidden /></Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item component="a" href={contentUrl(document.id)} download={document.name}>{t('documents.pdf')}</Menu.Item>
              {document.signature && <Menu.Item onClick={() => check.mutate()}>{t('verification.button')}</Menu.Item>}
              {document.state === 'SIGNED' && <Menu.Item component="a" href={cdaUrl(document.id)} download>{t('documents.cda')}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
    </li>
  );
}
