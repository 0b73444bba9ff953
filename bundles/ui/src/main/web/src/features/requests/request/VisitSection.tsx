import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { DateTime } from '@/shared/components';
import { useFormat, useMe } from '@/shared/session';
import { TermChip } from '../TermChip';
import { Section } from './Section';

/** When, by whom and on which route. */
export function VisitSection({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const me = useMe();
  const oneself = (id: string, name: string | null) => (id === me.accountId ? `${name} (${t('request.you')})` : name);
  return (
    <Section id="visit" title={t('request.visit')}>
      <dl className="facts facts-wide">
        {request.visitStart !== null && (
          <div>
            <dt>{t('field.visit')}</dt>
            <dd className="strong">
              <time dateTime={request.visitStart}>
                {format.date(request.visitStart)}, {format.timeRange(request.visitStart, request.visitMinutes)} {format.zoneNote(request.visitStart)}
              </time>
            </dd>
          </div>
        )}
        {request.visitStart === null && request.dueAt !== null && (
          <div><dt>{t('field.answerBy')}</dt><dd className="strong"><DateTime instant={request.dueAt} zone /></dd></div>
        )}
        {request.stageTitle !== null && <div><dt>{t('field.stage')}</dt><dd>{format.text(request.stageTitle)}</dd></div>}
        {request.coordinatorId !== null && <div><dt>{t('field.coordinator')}</dt><dd>{oneself(request.coordinatorId, request.coordinatorName)}</dd></div>}
        <div><dt>{t('field.consultant')}</dt><dd>{request.consultantId === null ? t('request.consultantLater') : oneself(request.consultantId, request.consultantName)}</dd></div>
        <div><dt>{t('field.filer')}</dt><dd>{oneself(request.filerId, request.filerName)}</dd></div>
        <div><dt>{t('field.organisation')}</dt><dd>{request.organisationName}</dd></div>
        <div><dt>{t('field.profile')}</dt><dd>{format.text(request.profileTitle)}</dd></div>
        <div><dt>{t('field.submitted')}</dt><dd><DateTime instant={request.submittedAt} /></dd></div>
        {request.dueAt !== null && request.closedAt === null && <div><dt>{t('field.term')}</dt><dd><TermChip request={request} /></dd></div>}
        <div className="facts-line"><dt>{t('field.route')}</dt><dd>{format.text(request.routeTitle)}</dd></div>
      </dl>
    </Section>
  );
}
