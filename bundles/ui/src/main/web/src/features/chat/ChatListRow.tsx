import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ChatRow } from '@/shared/api/types';
import { StateChip } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { useNoteText } from './useNoteText';

/** One chat: who, about what, the last words, and how much is unread. Finished ones are grey and say so. */
export function ChatListRow({ row, current }: { row: ChatRow; current: boolean }) {
  const { t } = useTranslation('chat');
  const format = useFormat();
  const noteText = useNoteText();
  const [day, now] = [format.dayKey(row.lastAt), format.dayKey(new Date())];
  // The year stands only where it is another one.
  const when = day === now ? format.time(row.lastAt) : day.slice(0, 4) === now.slice(0, 4) ? format.date(row.lastAt).slice(0, 5) : format.date(row.lastAt);
  return (
    <li>
      <Link
        to={`/messages/${row.requestId}`}
        className={row.closed ? 'chat-row chat-row-closed' : 'chat-row'}
        aria-current={current ? 'page' : undefined}
        data-unread={row.unread > 0 || undefined}
        title={row.name}
      >
        <span className="chat-row-name">{row.patientName ?? row.name}</span>
        <time className="chat-row-time" dateTime={row.lastAt}>{when}</time>
        <span className="chat-row-request">
          {row.name}
          {row.representativeName !== null && !row.name.includes('(') && ` · ${t('representative', { name: row.representativeName })}`}
        </span>
        {row.closed && <StateChip tone="closed">{t('finished')}</StateChip>}
        <span className="chat-row-text">{row.lastText ?? (row.lastNote ? noteText({ code: row.lastNote, details: {} }) : t('noMessages'))}</span>
        {row.unread > 0 && (
          <span className="count count-unread" title={t('unread', { count: row.unread })}>
            <span aria-hidden>{row.unread > 99 ? '99+' : row.unread}</span>
            <span className="sr-only">{t('unread', { count: row.unread })}</span>
          </span>
        )}
      </Link>
    </li>
  );
}
