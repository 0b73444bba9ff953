import { IconSend } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { RoomChat } from '../model/RoomChat';
import { useStore } from './hooks';
import { useCallTexts } from './texts';

/** «Чат»: short messages of those who are in the call, apart from the request's chat (S135). */
export function ChatBlock({ chat, time }: { chat: RoomChat; time: (instant: string) => string }) {
  const { t, say } = useCallTexts();
  const { messages, unsent, failure } = useStore(chat);
  const [text, setText] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const count = messages.length + unsent.length;

  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
    chat.seen();
  }, [chat, count]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === '') return;
    setText('');
    void chat.say(words);
  };
  return (
    <section className="block block-chat" aria-label={t('block.chat')}>
      {count === 0 && <p className="block-empty">{t('chat.empty')}</p>}
      <ol className="room-messages" ref={list} tabIndex={0} aria-label={t('chat.messages')} aria-live="polite">
        {messages.map((message) => (
          <li key={message.id} className={message.mine ? 'room-message room-message-mine' : 'room-message'}>
            <span className="room-author">{message.mine ? t('you') : message.authorName} <time dateTime={message.at}>{time(message.at)}</time></span>
            <span className="room-text">{message.text}</span>
          </li>
        ))}
        {unsent.map((message) => (
          <li key={message.id} className="room-message room-message-mine room-message-unsent">
            <span className="room-text">{message.text}</span>
            {message.failed && (
              <span role="alert">{t('chat.failed')} <button type="button" className="call-button call-small" onClick={() => void chat.retry(message.id)}>{t('retry')}</button></span>
            )}
          </li>
        ))}
      </ol>
      {failure && <p className="call-note call-note-warning" role="alert">{say(failure)}</p>}
      <form className="room-composer" onSubmit={submit}>
        <input className="call-input" value={text} maxLength={2_000} aria-label={t('chat.label')} placeholder={t('chat.label')} onChange={(event) => setText(event.currentTarget.value)} />
        <button type="submit" className="call-icon call-primary" aria-label={t('chat.send')} title={t('chat.send')} disabled={text.trim() === ''}><IconSend size={18} aria-hidden /></button>
      </form>
    </section>
  );
}
