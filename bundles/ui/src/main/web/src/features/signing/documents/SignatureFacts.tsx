import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateTime } from '@/shared/components';
import { useFormat } from '@/shared/session';
import type { Signature } from '../types';

/** Who signed with which certificate, and when it was checked. */
export function SignatureFacts({ signature }: { signature: Signature }) {
  const { t } = useTranslation('signing');
  const format = useFormat();
  return (
    <section className="panel" aria-labelledby={`signature-${signature.id}`}>
      <Title order={2} id={`signature-${signature.id}`} mb={8}>{t('signature.title')}</Title>
      <dl className="facts">
        <div><dt>{t('signature.signer')}</dt><dd>{signature.signerName}</dd></div>
        {signature.organisation && <div><dt>{t('signature.organisation')}</dt><dd>{signature.organisation}</dd></div>}
        <div><dt>{t('signature.issuer')}</dt><dd>{signature.issuer}</dd></div>
        <div><dt>{t('signature.serial')}</dt><dd className="wrap">{signature.serial}</dd></div>
        <div><dt>{t('signature.valid')}</dt><dd>{format.date(signature.validFrom)} – {format.date(signature.validTo)}</dd></div>
        <div><dt>{t('signature.algorithm')}</dt><dd>{signature.algorithm}</dd></div>
        <div><dt>{t('signature.received')}</dt><dd><DateTime instant={signature.receivedAt} /></dd></div>
        {signature.checkedAt && <div><dt>{t('signature.checked')}</dt><dd><DateTime instant={signature.checkedAt} /></dd></div>}
        {signature.timeStampedAt && <div><dt>{t('signature.stamped')}</dt><dd><DateTime instant={signature.timeStampedAt} /></dd></div>}
      </dl>
      <p className="muted bar-note">{t('sign.technical')}</p>
    </section>
  );
}
