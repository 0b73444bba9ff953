import { ActionIcon, Alert, Button } from '@mantine/core';
import { IconArrowLeft, IconClockPause, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { CallButtons } from '@/features/conferencing/CallButtons';
import { useFileDrop } from '@/features/documents/useFileDrop';
import { EmptyState, ErrorState, LoadingRows } from '@/shared/components';
import { Composer } from './Composer';
import { useConversation } from './conversations';
import { errorOf } from '@/shared/failure';
import type { Chat } from './model/types';
import { MessageList } from './MessageList';
import { Participants } from './Participants';
import { useSendFiles } from './useSendFiles';

/** One chat. Its header leads to the request (S115). */
export function ChatPane({ requestId }: { requestId: string }) {
  const { t } = useTranslation('chat');
  const conversation = useConversation(requestId);
  const state = useSyncExternalStore(conversation.subscribe, conversation.snapshot);
  const { chat, phase, failure } = state;
  const closed = chat?.closed === true;
  const writable = phase === 'ready' && !closed;
  const sendFiles = useSendFiles(conversation);
  const { dragging, handlers } = useFileDrop(writable, sendFiles);

  return (
    <section className={closed ? 'chat-pane chat-pane-closed' : 'chat-pane'} aria-label={chat?.name ?? t('title')} {...handlers}>
      <Header chat={chat} requestId={requestId} />
      {phase === 'loading' && (failure ? <ErrorState error={errorOf(failure)} retry={() => void conversation.refresh()} /> : <LoadingRows rows={6} />)}
      {phase === 'not-yet' && <EmptyState icon={<IconClockPause size={36} stroke={1.4} />} title={t('creating')}>{t('creatingText')}</EmptyState>}
      {phase === 'failed' && failure && (
        failure.status === 404 || failure.status === 403 ? (
          <EmptyState title={t('notFound')} action={<Button component={Link} to="/messages" variant="default">{t('toList')}</Button>}>{t('notFoundText')}</EmptyState>
        ) : (
          <ErrorState error={errorOf(failure)} retry={() => void conversation.refresh()} />
        )
      )}
      {phase === 'ready' && chat && (
        <>
          {closed && <p className="chat-closed" role="status"><IconLock size={16} aria-hidden /> {t('closed')}</p>}
          {!closed && !chat.consented && hasPatient(chat) && <Alert color="yellow" variant="light" className="chat-note" role="status">{t('noConsent')}</Alert>}
          <MessageList conversation={conversation} state={state} />
        </>
      )}
      {(phase === 'ready' || phase === 'not-yet') && (
        <Composer key={requestId} conversation={conversation} requestId={requestId} closed={closed} ready={writable} onFiles={sendFiles} />
      )}
      {dragging && <div className="chat-drop" aria-hidden>{t('drop')}</div>}
    </section>
  );
}

/** Doctors among themselves have none: nobody consents and nobody is rung. */
const hasPatient = (chat: Chat): boolean => chat.participants.some((participant) => participant.kind === 'PATIENT');

function Header({ chat, requestId }: { chat: Chat | null; requestId: string }) {
  const { t } = useTranslation('chat');
  return (
    <header className="chat-header">
      <ActionIcon component={Link} to="/messages" variant="subtle" hiddenFrom="sm" size="lg" aria-label={t('back')}>
        <IconArrowLeft size={20} aria-hidden />
      </ActionIcon>
      <div className="chat-header-text">
        {chat && <h2><Link to={`/requests/${requestId}`} title={t('openRequest', { name: chat.name })}>{chat.name}</Link></h2>}
        {chat && <Participants participants={chat.participants} />}
      </div>
      {chat && hasPatient(chat) && <CallButtons requestId={requestId} title={chat.name} />}
    </header>
  );
}
