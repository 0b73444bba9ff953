import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { FileViewer, useFileViewer } from '@/features/documents/FileViewer';
import { EmptyState } from '@/shared/components';
import { useFormat } from '@/shared/session';
import type { Conversation, ConversationState } from './model/Conversation';
import { byDay, continues, firstUnread } from './model/timeline';
import { useMarkRead } from './model/useMarkRead';
import { useMessageScroll } from './model/useMessageScroll';
import { useSeenBefore } from './model/useSeenBefore';
import { MessageRow } from './MessageRow';
import { OutgoingRow } from './OutgoingRow';
import { useDayTitle } from './useDayTitle';

export function MessageList({ conversation, state }: { conversation: Conversation; state: ConversationState }) {
  const { t } = useTranslation('chat');
  const format = useFormat();
  const dayTitle = useDayTitle();
  const viewer = useFileViewer();
  const outgoing = useSyncExternalStore(conversation.outbox.subscribe, conversation.outbox.snapshot);
  const { messages, chat } = state;
  const scroll = useMessageScroll(messages[0]?.number, outgoing.length, () => void conversation.earlier());
  const seenBefore = useSeenBefore(chat?.readUpTo ?? null);
  const firstNew = seenBefore === null ? null : firstUnread(messages, seenBefore);
  useMarkRead(conversation, state, scroll.atEnd);

  return (
    <div className="chat-messages-frame">
      <div className="chat-messages" ref={scroll.scroller} tabIndex={0} role="region" aria-label={t('messages')}>
        <div ref={scroll.content} className="chat-messages-content">
          {messages.length === 0 && outgoing.length === 0 && (
            chat?.closed
              ? <EmptyState title={t('emptyClosed')} />
              : <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
          )}
          {!state.complete && (
            <Button size="xs" variant="subtle" className="chat-earlier" disabled={state.loadingEarlier} onClick={() => void conversation.earlier()}>
              {state.loadingEarlier ? t('loadingEarlier') : t('earlier')}
            </Button>
          )}
          <div role="log" aria-label={t('messages')} className="chat-log">
            {byDay(messages, format.zone).map((day) => (
              <section key={day.date} aria-labelledby={`day-${day.date}`}>
                <h3 className="chat-day" id={`day-${day.date}`}>{dayTitle(day.date)}</h3>
                <ol>
                  {day.messages.map((message, index) => (
                    <MessageRow
                      key={message.id}
                      message={message}
                      follows={continues(day.messages[index - 1], message)}
                      firstNew={message.number === firstNew}
                      read={message.number <= (chat?.patientReadUpTo ?? 0)}
                      onOpen={viewer.open}
                    />
                  ))}
                </ol>
              </section>
            ))}
          </div>
          {outgoing.length > 0 && <ol>{outgoing.map((item) => <OutgoingRow key={item.id} item={item} outbox={conversation.outbox} />)}</ol>}
        </div>
      </div>
      {!scroll.atEnd && (
        <Button className="chat-newest" variant="default" radius="xl" size="xs" rightSection={<IconArrowDown size={14} aria-hidden />} onClick={scroll.toEnd}>
          {state.unread > 0 ? t('unread', { count: state.unread }) : t('toNewest')}
        </Button>
      )}
      <FileViewer file={viewer.file} onClose={viewer.close} />
    </div>
  );
}
