import { memo } from 'react';
import { noteKey, noteValues } from '@/features/chat/model/notes';
import type { Message } from '@/features/chat/model/types';
import { AttachedFile } from './AttachedFile';
import { fill, useLanguage, type Texts } from './language';
import { ReadMark } from './ReadMark';

interface Props {
  message: Message;
  /** Goes on where the message before it stopped: its author is not named again. */
  follows: boolean;
  firstNew: boolean;
  /** Whether the doctor has read it. */
  read: boolean;
  timeZone: string;
}

export const MessageBubble = memo(function MessageBubble({ message, follows, firstNew, read, timeZone }: Props) {
  const { language, texts } = useLanguage();
  const time = new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(message.at));
  const system = message.authorKind === 'SYSTEM';
  const author = message.mine ? texts.chat.you : (message.authorName ?? (system ? texts.chat.system : texts.chat.doctor));
  return (
    <>
      {firstNew && <li className="new-line"><span>{texts.chat.new}</span></li>}
      <li className={system ? 'message system' : message.mine ? 'message mine' : 'message'} data-follows={follows || undefined}>
        <span className={message.mine || follows || system ? 'vh' : 'author'}>{author}</span>
        {message.note && <p className="text">{noteText(texts, message.note)}</p>}
        {message.text !== null && <p className="text">{message.text}</p>}
        {message.document && <AttachedFile file={message.document} />}
        <span className="meta">
          <time dateTime={message.at}>{time}</time>
          {message.mine && <ReadMark read={read} />}
        </span>
      </li>
    </>
  );
});

/** The sentence of a line that nobody wrote; of a kind that this page does not know, only that the system wrote it. */
function noteText(texts: Texts, note: NonNullable<Message['note']>): string {
  const [domain, what] = noteKey(note.code);
  const sentences: Readonly<Record<string, Readonly<Record<string, string>>>> = texts.chat.notes;
  return fill(sentences[domain]?.[what] ?? texts.chat.system, noteValues(note));
}
