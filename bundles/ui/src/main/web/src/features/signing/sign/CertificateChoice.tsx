import { Alert, Button, Radio } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows, StateChip } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { sayCode, saySigning } from './saySigner';
import type { Offer, useOffers } from './useOffers';

interface Props {
  offers: ReturnType<typeof useOffers>;
  chosen: string | null;
  onChoose: (offer: Offer | null) => void;
}

/** Whose certificate signs: those that can now, and why the others cannot. */
export function CertificateChoice({ offers, chosen, onChoose }: Props) {
  const { t } = useTranslation('signing');
  const format = useFormat();
  const { data } = offers;
  const usable = data?.offers.filter((offer) => offer.usable) ?? [];
  const only = usable.length === 1 ? usable[0]! : null;
  // The only one is no choice. A demonstration is never taken by itself.
  useEffect(() => {
    if (chosen === null && only && !only.signer.demonstration) onChoose(only);
  }, [chosen, only, onChoose]);

  if (offers.pending) return <LoadingRows rows={3} height={28} />;
  if (offers.error) return <ErrorState error={offers.error} retry={offers.again} />;
  const trouble = data?.trouble ? saySigning(data.trouble) : null;
  return (
    <div className="certificates">
      {trouble && <Alert color="yellow" variant="light" title={trouble.title} role="status">{trouble.advice}</Alert>}
      {data && data.offers.length > 0 && (
        <Radio.Group
          label={t('certificate.label')}
          value={chosen ?? ''}
          onChange={(thumbprint) => onChoose(data.offers.find((offer) => offer.certificate.thumbprint === thumbprint) ?? null)}
        >
          <div className="certificate-list">
            {data.offers.map(({ certificate, signer, usable: can, code }) => (
              <div key={certificate.thumbprint} className={can ? 'certificate' : 'certificate certificate-off'}>
                <Radio
                  value={certificate.thumbprint}
                  disabled={!can}
                  label={certificate.ownerName}
                  description={
                    <>
                      {certificate.organisation && <span>{certificate.organisation}</span>}
                      <span>{t('certificate.issuer', { issuer: certificate.issuer })}</span>
                      <span>{t('certificate.valid', { from: format.date(certificate.validFrom), to: format.date(certificate.validTo) })}</span>
                      {code !== null && <span className="certificate-why">{sayCode(code)}</span>}
                    </>
                  }
                />
                {signer.demonstration && <StateChip tone="warning">{t('certificate.demonstration')}</StateChip>}
                {!can && <StateChip tone="closed">{t('certificate.cannot')}</StateChip>}
              </div>
            ))}
          </div>
        </Radio.Group>
      )}
      <Button variant="subtle" size="xs" leftSection={<IconRefresh size={14} aria-hidden />} loading={offers.fetching} onClick={offers.again}>{t('certificate.again')}</Button>
    </div>
  );
}
