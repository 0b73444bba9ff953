import { useSyncExternalStore } from 'react';
import type { Conversation, ConversationState } from '@/features/chat/model/Conversation';
import { byDay, continues, firstUnread } from '@/features/chat/model/timeline';
import { useMarkRead } from '@/features/chat/model/useMarkRead';
import { useMessageScroll } from '@/features/chat/model/useMessageScroll';
import { useSeenBefore } from '@/features/chat/model/useSeenBefore';
import { dayTitle } from './dayTitle';
import { plural, useLanguage } from './language';
import { MessageBubble } from './MessageBubble';
import { OutgoingBubble } from './OutgoingBubble';
import { errorText } from './refusals';

interface Props {
  conversation: Conversation;
  state: ConversationState;
  timeZone: string;
  closed: boolean;
}

export function MessageList({ conversation, state, timeZone, closed }: Props) {
  const { language, texts } = useLanguage();
  const outgoing = useSyncExternalStore(conversation.outbox.subscribe, conversation.outbox.snapshot);
  const { messages, chat, phase, failure } = state;
  const scroll = useMessageScroll(messages[0]?.number, outgoing.length, () => void conversation.earlier());
  const seenBefore = useSeenBefore(phase === 'ready' ? (chat?.readUpTo ?? null) : null);
  const firstNew = seenBefore === null ? null : firstUnread(messages, seenBefore);
  useMarkRead(conversation, state, scroll.atEnd);

  return (
    <div className="messages-frame">
      <div className="messages" ref={scroll.scroller} tabIndex={0} role="region" aria-label={texts.chat.messages}>
        <div ref={scroll.content} className="messages-content">
          {phase === 'loading' && <p className="placeholder" role="status">{texts.loading}</p>}
          {phase === 'not-yet' && <p className="placeholder" role="status">{texts.chat.creating}</p>}
          {phase === 'failed' && (
            <div className="placeholder" role="alert">
              <p>{failure ? errorText(texts, failure.code) : texts.chat.failedToLoad}</p>
              <button type="button" onClick={() => conversation.refresh()}>{texts.tryNow}</button>
            </div>
          )}
          {phase === 'ready' && messages.length === 0 && outgoing.length === 0 && (
            <p className="placeholder">{closed ? texts.chat.emptyClosed : texts.chat.empty}</p>
          )}
          {phase === 'ready' && !state.complete && (
            <button type="button" className="quiet earlier" disabled={state.loadingEarlier} onClick={() => void conversation.earlier()}>
              {state.loadingEarlier ? texts.chat.loadingEarlier : texts.chat.earlier}
            </button>
          )}
          <div role="log" aria-label={texts.chat.messages}>
            {byDay(messages, timeZone).map((day) => (
              <section key={day.date} aria-labelledby={`day-${day.date}`}>
                <h2 className="day" id={`day-${day.date}`}>{dayTitle(day.date, timeZone, language, texts)}</h2>
                <ol>
                  {day.messages.map((message, index) => (
                    <MessageBubble
                      key={message.id}
                      message={message}
                      follows={continues(day.messages[index - 1], message)}
                      firstNew={message.number === firstNew}
                      read={message.number <= (chat?.staffReadUpTo ?? 0)}
                      timeZone={timeZone}
                    />
                  ))}
                </ol>
              </section>
            ))}
          </div>
          {outgoing.length > 0 && (
            <ol>
              {outgoing.map((item) => <OutgoingBubble key={item.id} item={item} outbox={conversation.outbox} />)}
            </ol>
          )}
        </div>
      </div>
      {failure?.temporary && phase !== 'failed' && <p className="line offline" role="status">{failure.status === 503 ? texts.updating : texts.offline}</p>}
      {!scroll.atEnd && (
        <button type="button" className="to-newest" onClick={scroll.toEnd}>
          {state.unread > 0 ? plural(language, texts.chat.unread, state.unread) : texts.chat.toNewest} <span aria-hidden>↓</span>
        </button>
      )}
    </div>
  );
}
