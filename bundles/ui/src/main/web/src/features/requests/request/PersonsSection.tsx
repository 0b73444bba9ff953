import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { phoneLink } from '@/shared/format';
import { PersonFacts } from '../PersonFacts';
import { Section } from './Section';

/** The persons of a request: the patient alone, or the patient and apart from him who speaks for him. */
export function PersonsSection({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  if (request.person === null) return null;
  const reached = (
    <>
      <div><dt>{t('field.email')}</dt><dd>{request.email ?? t('common:notGiven')}</dd></div>
      {request.phone && <div><dt>{t('field.phone')}</dt><dd><a href={phoneLink(request.phone)}>{request.phone}</a></dd></div>}
    </>
  );
  if (request.represented === null) {
    return <Section id="patient" title={t('field.patient')}><PersonFacts person={request.person}>{reached}</PersonFacts></Section>;
  }
  return (
    <div className="two">
      <Section id="patient" title={t('field.patient')}>
        <PersonFacts person={request.represented} />
      </Section>
      <Section id="representative" title={t('field.representative')}>
        <PersonFacts person={request.person}>
          {request.represented.relation && <div><dt>{t('field.relationShort')}</dt><dd>{request.represented.relation}</dd></div>}
          {reached}
        </PersonFacts>
      </Section>
    </div>
  );
}
