import '../signing.css';
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconRefresh, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, PageHeader } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { sayCode, saySigning } from '../sign/saySigner';
import type { SignerCode } from '../signer/Signer';
import { usePreflight } from './usePreflight';

type Mark = 'good' | 'bad' | 'warning' | 'unknown';
const ICON = { good: IconCheck, bad: IconX, warning: IconAlertTriangle, unknown: IconCircleDashed };

function Condition({ mark, title, children }: { mark: Mark; title: string; children?: ReactNode }) {
  const { t } = useTranslation('signing');
  const Icon = ICON[mark];
  return (
    <li className={`condition condition-${mark}`}>
      <Icon size={20} aria-hidden />
      <div>
        <strong>{title}</strong> <span className="condition-word">{t(`preflight.word.${mark}`)}</span>
        {children && <div className="condition-more">{children}</div>}
      </div>
    </li>
  );
}

/** Troubles that lie in the plug-in itself, before CSP comes into play. */
const PLUGIN_TROUBLES: readonly SignerCode[] = ['not-configured', 'script-unavailable', 'no-plugin', 'old-plugin'];
const CSP_TROUBLES: readonly SignerCode[] = ['no-csp', 'old-csp', 'licence-expired'];

/** What a workplace needs to sign, condition by condition, with what to do about each that is not met. */
export default function WorkplacePage() {
  const { t } = useTranslation('signing');
  const format = useFormat();
  const preflight = usePreflight();
  const { verdict, state, trouble, offers } = preflight;
  const workplace = preflight.workplace.data;
  const said = trouble ? saySigning(trouble) : null;
  const plugin: Mark = verdict === 'checking' ? 'unknown' : trouble === null || !PLUGIN_TROUBLES.includes(trouble.code) ? 'good' : 'bad';
  const csp: Mark = verdict === 'checking' || plugin === 'bad' ? 'unknown' : trouble !== null && CSP_TROUBLES.includes(trouble.code) ? 'bad' : trouble === null ? 'good' : 'unknown';
  const own = offers.data?.offers.filter((offer) => !offer.signer.demonstration) ?? [];
  const usable = own.filter((offer) => offer.usable);
  const certificate: Mark = verdict === 'checking' || plugin === 'bad' || csp === 'bad' ? 'unknown' : usable.length > 0 ? 'good' : 'bad';
  const advice = said && <><p>{said.title}</p><p>{said.advice}</p></>;
  return (
    <div className="page signing">
      <PageHeader title={t('preflight.title')}>
        <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} loading={offers.fetching} onClick={preflight.again}>{t('preflight.again')}</Button>
      </PageHeader>
      {preflight.workplace.isError && <div className="mb"><ErrorState error={preflight.workplace.error} retry={preflight.again} /></div>}
      {verdict === null && !preflight.workplace.isError ? <EmptyState title={t('preflight.none')} /> : verdict !== null && (
        <>
          <Alert color={verdict === 'ready' ? 'clinic' : verdict === 'checking' ? 'gray' : 'yellow'} variant="light" mb="sm" role="status" title={t(`preflight.verdict.${verdict}`)}>
            {t(`preflight.about.${verdict}`)}
          </Alert>
          <section className="panel" aria-label={t('preflight.conditions')}>
            <ul className="conditions">
              <Condition mark={plugin} title={t('preflight.plugin')}>
                {plugin === 'bad' ? advice : state?.pluginVersion && <p>{t('preflight.version', { version: state.pluginVersion })}</p>}
              </Condition>
              <Condition mark={csp} title={t('preflight.csp')}>
                {csp === 'bad' ? advice : state && (
                  <p>
                    {state.cspVersion && t('preflight.version', { version: state.cspVersion })}
                    {state.licence && ` ${t('preflight.licence', { licence: state.licence })}`}
                  </p>
                )}
              </Condition>
              <Condition mark={certificate} title={t('preflight.certificate')}>
                {offers.data?.trouble && certificate === 'bad' && <p>{saySigning(offers.data.trouble).advice}</p>}
                {own.map(({ certificate: each, code }) => (
                  <p key={each.thumbprint}>
                    {each.ownerName}, {t('certificate.issuer', { issuer: each.issuer })}, {t('certificate.valid', { from: format.date(each.validFrom), to: format.date(each.validTo) })}
                    {code !== null && <>. {sayCode(code)}</>}
                  </p>
                ))}
              </Condition>
              {workplace && (
                <>
                  <Condition mark={workplace.snilsKnown ? 'good' : 'bad'} title={t('preflight.snils')}>{!workplace.snilsKnown && <p>{t('preflight.snilsMissing')}</p>}</Condition>
                  <Condition mark={!workplace.canVerify ? 'bad' : workplace.revocationLists.missing > 0 ? 'warning' : 'good'} title={t('preflight.server')}>
                    {workplace.authorities === 0 ? <p>{t('preflight.noAuthorities')}</p> : workplace.revocationLists.missing > 0 && <p>{t('preflight.listsMissing')}</p>}
                  </Condition>
                </>
              )}
            </ul>
          </section>
          <p className="muted bar-note">{t('sign.technical')}</p>
        </>
      )}
    </div>
  );
}
