import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { DateTime } from '@/shared/components';
import { CheckChip } from '../CheckChip';
import { useDeviceChecks } from '../deviceChecks';

/** What the patient's check before the call found. */
export function CheckSection({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('conferencing');
  const check = useDeviceChecks([request.id]).get(request.id);
  const passes = (value: boolean) => t(value ? 'check.passes' : 'check.blocked');
  return (
    <section className="panel" aria-labelledby="check-title">
      <Title order={2} id="check-title" mb={8}>{t('check.title')}</Title>
      {!check ? (
        <p className="action-note">{t('check.none')}</p>
      ) : (
        <>
          <CheckChip check={check} />
          <dl className="facts facts-narrow">
            <div><dt>{t('check.at')}</dt><dd><DateTime instant={check.at} /></dd></div>
            {check.cause && <div><dt>{t('check.cause')}</dt><dd>{t(`check.causes.${check.cause}`)}</dd></div>}
            <div>
              <dt>{t('check.devices')}</dt>
              <dd>
                {(['camera', 'microphone', 'sound'] as const).map((part) => t(`check.${part}`, { word: t(`check.word.${check[part]}`) })).join('; ')}
              </dd>
            </div>
            {(check.udp !== null || check.tcp !== null) && (
              <div>
                <dt>{t('check.network')}</dt>
                <dd>
                  {[
                    check.udp === null ? null : t('check.udp', { word: passes(check.udp) }),
                    check.tcp === null ? null : t('check.tcp', { word: passes(check.tcp) }),
                    check.kilobitsPerSecond === null ? null : t('check.figures', { speed: check.kilobitsPerSecond, loss: check.lossPercent ?? 0, trip: check.roundTripMs ?? 0 }),
                  ].filter(Boolean).join('; ')}
                </dd>
              </div>
            )}
            {check.browser && <div><dt>{t('check.browser')}</dt><dd>{check.browser}</dd></div>}
          </dl>
        </>
      )}
    </section>
  );
}
