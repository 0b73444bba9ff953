import '../signing.css';
import { Alert, Button, Checkbox, Group, Modal } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime, EmptyState, ErrorState, LoadingRows, PageHeader, StateChip } from '@/shared/components';
import { awaitingQuery } from '../api';
import { CertificateChoice } from '../sign/CertificateChoice';
import { type Offer, useOffers } from '../sign/useOffers';
import type { Awaiting } from '../types';
import { type RowState, useBatch } from './useBatch';

/** «Ждут подписи»: what was written and is not signed yet, with its term; several are signed in one go. */
export default function AwaitingPage() {
  const { t } = useTranslation('signing');
  const awaiting = useQuery(awaitingQuery);
  return (
    <div className="page signing">
      <PageHeader title={t('awaiting.title')} description={t('awaiting.text')} />
      {awaiting.isPending ? <LoadingRows /> : awaiting.isError ? (
        <ErrorState error={awaiting.error} retry={() => void awaiting.refetch()} />
      ) : awaiting.data.length === 0 ? (
        <EmptyState icon={<IconSignature size={36} stroke={1.4} />} title={t('awaiting.none')}>{t('awaiting.noneText')}</EmptyState>
      ) : (
        <Batch rows={awaiting.data} />
      )}
    </div>
  );
}

function Batch({ rows }: { rows: Awaiting[] }) {
  const { t } = useTranslation('signing');
  const offers = useOffers();
  const batch = useBatch();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [offer, setOffer] = useState<Offer | null>(null);
  const [choosing, setChoosing] = useState(false);
  const open = rows.filter((row) => row.state === 'AWAITING' || row.state === 'MADE');
  const chosen = open.filter((row) => !left.has(row.documentId));
  const toggle = (id: string) => setLeft((before) => {
    const next = new Set(before);
    if (!next.delete(id)) next.add(id);
    return next;
  });
  return (
    <>
      <ul className="awaiting" aria-label={t('awaiting.title')}>
        {rows.map((row) => (
          <li key={row.documentId}>
            <Checkbox
              aria-label={t('awaiting.choose', { name: row.requestName })}
              disabled={!open.includes(row) || batch.running}
              checked={chosen.includes(row)}
              onChange={() => toggle(row.documentId)}
            />
            <div className="awaiting-name">
              <Link to={`/requests/${row.requestId}/signature/${row.documentId}`}>{row.requestName}</Link>
              <span className="muted">{t('awaiting.made')} <DateTime instant={row.createdAt} /></span>
            </div>
            <span className="awaiting-due">
              {row.overdue ? <StateChip tone="bad">{t('awaiting.overdue')}</StateChip> : <span className="muted">{t('awaiting.due')}</span>} <DateTime instant={row.dueAt} />
            </span>
            <span className="awaiting-state"><RowNote row={row} state={batch.states.get(row.documentId)} /></span>
          </li>
        ))}
      </ul>
      <div className="signing-bar">
        <Group gap="sm" justify="flex-end">
          <Button leftSection={<IconSignature size={18} aria-hidden />} disabled={chosen.length === 0} loading={batch.running} onClick={() => setChoosing(true)}>
            {t('awaiting.sign', { count: chosen.length })}
          </Button>
        </Group>
      </div>
      <Modal opened={choosing} onClose={() => setChoosing(false)} title={t('sign.certificate')} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
        <CertificateChoice offers={offers} chosen={offer?.certificate.thumbprint ?? null} onChoose={setOffer} />
        <Alert variant="light" mt="sm">{t('awaiting.explain')}</Alert>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setChoosing(false)}>{t('common:cancel')}</Button>
          <Button
            leftSection={<IconSignature size={18} aria-hidden />}
            disabled={offer === null || !offer.usable}
            onClick={() => {
              setChoosing(false);
              if (offer) void batch.run(chosen, offer, offers.data?.workplace?.hashAboveBytes);
            }}
          >
            {t('awaiting.sign', { count: chosen.length })}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function RowNote({ row, state }: { row: Awaiting; state: RowState | undefined }) {
  const { t } = useTranslation('signing');
  if (state === undefined) return row.state === 'CHECKING' || row.state === 'SIGNED' ? <StateChip tone="info">{t(`state.${row.state}`)}</StateChip> : null;
  if (state.kind === 'failed') return <Alert color="red" variant="light" role="alert" title={state.said.title}>{state.said.advice}</Alert>;
  return <StateChip tone={state.kind === 'done' ? 'good' : 'info'}>{t(`awaiting.row.${state.kind}`)}</StateChip>;
}
