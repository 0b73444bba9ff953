import { IconCheck, IconChecks } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/session';
import { AttachedFile } from './AttachedFile';
import type { Attachment, Message } from './model/types';
import { useNoteText } from './useNoteText';

interface Props {
  message: Message;
  /** Goes on where the message before it stopped: its author is not named again. */
  follows: boolean;
  firstNew: boolean;
  /** Whether the patient has read it. */
  read: boolean;
  onOpen: (file: Attachment) => void;
}

export const MessageRow = memo(function MessageRow({ message, follows, firstNew, read, onOpen }: Props) {
  const { t } = useTranslation('chat');
  const format = useFormat();
  const noteText = useNoteText();
  const system = message.authorKind === 'SYSTEM';
  const author = message.authorName ?? t(system ? 'system' : message.authorKind);
  const side = system ? 'bubble bubble-system' : message.mine ? 'bubble bubble-mine' : message.authorKind === 'STAFF' ? 'bubble bubble-staff' : 'bubble';
  const Mark = read ? IconChecks : IconCheck;
  return (
    <>
      {firstNew && <li className="chat-new"><span>{t('new')}</span></li>}
      <li className={side} data-follows={follows || undefined}>
        <span className={message.mine || follows || system ? 'sr-only' : 'bubble-author'}>{message.mine ? t('you') : author}</span>
        {message.note && <p className="bubble-text">{noteText(message.note)}</p>}
        {message.text !== null && <p className="bubble-text">{message.text}</p>}
        {message.document && <AttachedFile file={message.document} onOpen={onOpen} />}
        <span className="bubble-meta">
          <time dateTime={message.at} title={format.dateTime(message.at)}>{format.time(message.at)}</time>
          {message.mine && (
            <span className="bubble-mark" title={t(read ? 'read' : 'sent')}>
              <Mark size={16} stroke={1.8} aria-hidden />
              <span className="sr-only">{t(read ? 'read' : 'sent')}</span>
            </span>
          )}
        </span>
      </li>
    </>
  );
});
