import './request.css';
import { Button, Title } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '@/shared/api/client';
import type { ConsultationRequest } from '@/shared/api/types';
import { DateTime, EmptyState, ErrorState, LoadingRows, PageHeader } from '@/shared/components';
import { sayError } from '@/shared/i18n';
import { useFormat, useMe } from '@/shared/session';
import { RequestFiles } from '../../documents/RequestFiles';
import { chatQuery, requestQuery, useUnread } from '../api';
import { Unread } from '../list/Unread';
import { PersonFacts } from '../PersonFacts';
import { RequestStateChip } from '../RequestStateChip';
import { CancelModal } from './CancelModal';
import { FinishModal } from './FinishModal';
import { History } from './History';
import { Notices } from './Notices';
import { PatientLink } from './PatientLink';

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="panel" aria-labelledby={id}>
      <Title order={2} id={id} mb={8}>{title}</Title>
      {children}
    </section>
  );
}

function Visit({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const me = useMe();
  const oneself = (id: string, name: string) => (id === me.accountId ? `${name} (${t('request.you')})` : name);
  return (
    <dl className="facts facts-wide">
      <div>
        <dt>{t('field.visit')}</dt>
        <dd className="strong">
          <time dateTime={request.visitStart}>
            {format.date(request.visitStart)}, {format.timeRange(request.visitStart, request.visitMinutes)} {format.zoneNote(request.visitStart)}
          </time>
        </dd>
      </div>
      <div><dt>{t('field.consultant')}</dt><dd>{oneself(request.consultantId, request.consultantName)}</dd></div>
      <div><dt>{t('field.filer')}</dt><dd>{oneself(request.filerId, request.filerName)}</dd></div>
      <div><dt>{t('field.organisation')}</dt><dd>{request.organisationName}</dd></div>
      <div><dt>{t('field.profile')}</dt><dd>{format.text(request.profileTitle)}</dd></div>
      <div><dt>{t('field.submitted')}</dt><dd><DateTime instant={request.submittedAt} /></dd></div>
      <div className="facts-line"><dt>{t('field.route')}</dt><dd>{format.text(request.routeTitle)}</dd></div>
    </dl>
  );
}

/** The persons of a request: the patient alone, or the patient and apart from him who speaks for him. */
function Persons({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const email = (
    <div><dt>{t('field.email')}</dt><dd>{request.email ?? t('common:notGiven')}</dd></div>
  );
  if (request.represented === null) {
    return <Section id="patient" title={t('field.patient')}><PersonFacts person={request.person}>{email}</PersonFacts></Section>;
  }
  return (
    <div className="two">
      <Section id="patient" title={t('field.patient')}>
        <PersonFacts person={request.represented} />
      </Section>
      <Section id="representative" title={t('field.representative')}>
        <PersonFacts person={request.person}>
          {request.represented.relation && <div><dt>{t('field.relationShort')}</dt><dd>{request.represented.relation}</dd></div>}
          {email}
        </PersonFacts>
      </Section>
    </div>
  );
}

function Outcome({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  if (request.state === 'IN_WORK' || request.closedAt === null) return null;
  return (
    <section className="panel outcome" aria-labelledby="outcome">
      <Title order={2} id="outcome" mb={8}>
        {request.state === 'CANCELLED' ? t('state.CANCELLED') : request.outcome ? t(`outcome.${request.outcome}`) : t('state.EXECUTED')}
      </Title>
      <dl className="facts">
        <div><dt>{t('field.closed')}</dt><dd><DateTime instant={request.closedAt} /></dd></div>
        {request.outcomeReason && <div><dt>{t('field.reason')}</dt><dd>{format.text(request.outcomeReason.title)}</dd></div>}
        {request.outcomeText && <div className="facts-line"><dt>{t('field.explanation')}</dt><dd className="typed">{request.outcomeText}</dd></div>}
      </dl>
    </section>
  );
}

function ChatButton({ requestId }: { requestId: string }) {
  const { t } = useTranslation('requests');
  const chat = useQuery(chatQuery(requestId));
  const unread = useUnread()[requestId] ?? 0;
  if (chat.isError) return <p className="action-note" role="status">{sayError(chat.error)}</p>;
  if (!chat.data) return <p className="action-note" role="status">{chat.isPending ? t('common:loading') : t('request.chatComing')}</p>;
  return (
    <Button component={Link} to={`/messages/${requestId}`} leftSection={<IconMessage size={18} aria-hidden />} fullWidth>
      {t('request.openChat')}<Unread count={unread} />
    </Button>
  );
}

/** One request, at one glance. */
export default function RequestPage() {
  const { t } = useTranslation('requests');
  const { requestId } = useParams({ strict: false }) as { requestId: string };
  const query = useQuery(requestQuery(requestId));
  const [open, setOpen] = useState<'finish' | 'cancel' | null>(null);

  if (!query.data) {
    return (
      <div className="page">
        <PageHeader title={t('request.title')} />
        {query.isPending ? (
          <LoadingRows rows={6} height={28} />
        ) : isApiError(query.error) && query.error.status === 404 ? (
          <EmptyState title={t('request.notFound')} action={<Button component={Link} to="/requests" variant="default">{t('request.toList')}</Button>}>
            {t('request.notFoundText')}
          </EmptyState>
        ) : (
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        )}
      </div>
    );
  }

  const request = query.data;
  const { rights } = request;
  return (
    <div className="page request">
      <PageHeader title={request.name}><RequestStateChip state={request.state} outcome={request.outcome} /></PageHeader>
      {query.isRefetchError && <div className="mb"><ErrorState error={query.error} retry={() => void query.refetch()} /></div>}
      <div className="request-body">
        <div className="request-main">
          <Outcome request={request} />
          <Section id="visit" title={t('request.visit')}><Visit request={request} /></Section>
          <Persons request={request} />
          {request.comment !== null && (
            <Section id="comment" title={t(request.represented === null ? 'request.comment' : 'request.commentRepresentative')}>
              <p className="typed">{request.comment}</p>
            </Section>
          )}
          <Section id="files" title={t('request.files')}><RequestFiles requestId={request.id} closed={request.state !== 'IN_WORK'} /></Section>
          <Section id="history" title={t('request.history')}><History requestId={request.id} /></Section>
        </div>
        <aside className="request-side" aria-label={t('request.actions')}>
          <section className="panel" aria-labelledby="actions">
            <Title order={2} id="actions" mb={8}>{t('request.actions')}</Title>
            <div className="actions">
              <ChatButton requestId={request.id} />
              {rights.finish && <Button variant="default" fullWidth onClick={() => setOpen('finish')}>{t('finish.title')}</Button>}
              {rights.cancel && <Button variant="subtle" color="red" fullWidth onClick={() => setOpen('cancel')}>{t('cancel.title')}</Button>}
              {request.state !== 'IN_WORK' && <p className="action-note">{t('request.closedNote')}</p>}
            </div>
          </section>
          {rights.link && <PatientLink request={request} />}
          <Notices requestId={request.id} />
        </aside>
      </div>
      <FinishModal request={request} opened={open === 'finish'} onClose={() => setOpen(null)} />
      <CancelModal request={request} opened={open === 'cancel'} onClose={() => setOpen(null)} />
    </div>
  );
}
