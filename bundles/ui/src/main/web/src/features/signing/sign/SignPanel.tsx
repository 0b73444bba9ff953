import { Alert, Button, Group, Modal, Text, Title } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { ErrorState } from '@/shared/components';
import { notify } from '@/shared/notices';
import { awaitSignature, documentChanged, resume } from '../api';
import type { ConclusionDocument } from '../types';
import { CertificateChoice } from './CertificateChoice';
import { saySigning } from './saySigner';
import { signDocument } from './signing';
import { type Offer, useOffers } from './useOffers';

/** Choose the certificate, «Подписать файл»; where nothing can be signed today, the document waits and the chat is closed. */
export function SignPanel({ request, document }: { request: ConsultationRequest; document: ConclusionDocument }) {
  const { t } = useTranslation('signing');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const offers = useOffers();
  const [chosen, setChosen] = useState<Offer | null>(null);
  const [asking, setAsking] = useState(false);
  const sign = useMutation({
    mutationFn: (offer: Offer) => signDocument(document, offer, offers.data?.workplace?.hashAboveBytes),
    onSuccess: (signed) => documentChanged(queries, signed),
  });
  const later = useMutation({
    mutationFn: () => awaitSignature(request.id, document.id),
    onSuccess: (waiting) => {
      setAsking(false);
      documentChanged(queries, waiting);
      notify('done', t('later.done'));
      void navigate({ to: '/signing/awaiting' });
    },
  });
  const back = useMutation({
    mutationFn: () => resume(request.id),
    onSuccess: () => {
      for (const queryKey of [['signing'], ['requests'], ['chat']]) void queries.invalidateQueries({ queryKey });
      void navigate({ to: `/requests/${request.id}/conclusion` });
    },
  });
  const failure = sign.isError ? saySigning(sign.error) : null;
  const waiting = document.state === 'AWAITING';
  const correcting = request.state === 'EXECUTED';
  return (
    <section className="panel" aria-labelledby="sign-panel">
      <Title order={2} id="sign-panel" mb={8}>{t('sign.certificate')}</Title>
      <CertificateChoice offers={offers} chosen={chosen?.certificate.thumbprint ?? null} onChoose={setChosen} />
      {failure && <Alert color="red" variant="light" role="alert" title={failure.title} mt="sm">{failure.advice}</Alert>}
      <Group gap="sm" mt="sm">
        <Button leftSection={<IconSignature size={18} aria-hidden />} disabled={chosen === null || !chosen.usable} loading={sign.isPending} onClick={() => chosen && sign.mutate(chosen)}>
          {t('sign.file')}
        </Button>
        {!waiting && <Button component={Link} to={`/requests/${request.id}/conclusion`} variant="default">{t('sign.edit')}</Button>}
        {waiting && <Button variant="default" loading={back.isPending} onClick={() => back.mutate()}>{t('sign.resume')}</Button>}
      </Group>
      {back.isError && <ErrorState error={back.error} />}
      <p className="muted bar-note">{t('sign.technical')}</p>
      {!waiting && !correcting && (
        <div className="sign-later">
          <p className="muted">{t('later.text')}</p>
          <Button variant="subtle" size="xs" onClick={() => setAsking(true)}>{t('later.button')}</Button>
        </div>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('later.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <Text size="sm" mb="md">{t('later.explain')}</Text>
        {later.isError && <div className="mb"><ErrorState error={later.error} /></div>}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
          <Button loading={later.isPending} onClick={() => later.mutate()} data-autofocus>{t('later.button')}</Button>
        </Group>
      </Modal>
    </section>
  );
}
