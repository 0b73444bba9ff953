import './wizard.css';
import { Button, Group, Loader, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime, ErrorState, LoadingRows, PageHeader } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { chatQuery, requestQuery } from '../api';

/** The request is made; its chat appears a moment later. */
export default function SubmittedPage() {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const { requestId } = useParams({ strict: false }) as { requestId: string };
  const request = useQuery(requestQuery(requestId));
  const talks = request.data?.consultantId !== null;
  const chat = useQuery({ ...chatQuery(requestId), enabled: request.isSuccess && talks });
  const heading = useRef<HTMLHeadingElement>(null);
  const ready = request.isSuccess;
  useEffect(() => {
    if (ready) heading.current?.focus();
  }, [ready]);

  return (
    <div className="page wizard">
      <PageHeader title={t('wizard.title')} />
      {request.isPending && <LoadingRows rows={4} height={28} />}
      {request.isError && <ErrorState error={request.error} retry={() => void request.refetch()} />}
      {request.data && (
        <section className="panel submitted">
          <div className="submitted-head">
            <IconCircleCheck size={28} aria-hidden />
            <Title order={2} ref={heading} tabIndex={-1}>{t('wizard.done.title')}</Title>
          </div>
          <Text fw={600}>{request.data.name}</Text>
          <dl className="facts">
            {request.data.visitStart !== null && <div><dt>{t('field.visit')}</dt><dd><DateTime instant={request.data.visitStart} zone /></dd></div>}
            {request.data.visitStart === null && request.data.dueAt !== null && <div><dt>{t('field.answerBy')}</dt><dd><DateTime instant={request.data.dueAt} zone /></dd></div>}
            {request.data.coordinatorName !== null && <div><dt>{t('field.coordinator')}</dt><dd>{request.data.coordinatorName}</dd></div>}
            {request.data.consultantName !== null && <div><dt>{t('field.consultant')}</dt><dd>{request.data.consultantName}</dd></div>}
            <div><dt>{t('field.route')}</dt><dd>{format.text(request.data.routeTitle)}</dd></div>
          </dl>
          {request.data.email && <Text size="sm" c="gray.8">{t('wizard.done.mail', { email: request.data.email })}</Text>}
          <div role="status" className="submitted-chat">
            {!talks && t('wizard.done.coordinated')}
            {talks && chat.data === null && <><Loader size="xs" aria-hidden /> {t('request.chatComing')}</>}
            {chat.data && t('wizard.done.chatReady', { context: request.data.patientName === null ? 'doctor' : undefined })}
            {chat.isError && t('wizard.done.chatLater')}
          </div>
          <Group gap="sm">
            <Button component={Link} to={`/requests/${requestId}`}>{t('wizard.done.openRequest')}</Button>
            {chat.data && <Button component={Link} to={`/messages/${requestId}`} variant="default">{t('request.openChat')}</Button>}
            <Button component={Link} to="/new" variant="subtle">{t('wizard.startNew')}</Button>
          </Group>
        </section>
      )}
    </div>
  );
}
