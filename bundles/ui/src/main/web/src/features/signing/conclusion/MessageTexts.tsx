import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get, segment } from '@/shared/api/client';
import type { ChatMessages } from '@/shared/api/types';
import { ErrorState, LoadingRows } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { InsertRow } from './InsertRow';
import type { InsertProps } from './InsertPanel';

const SHOWN = 100;

/** The newest messages of the chat, the last one on top. */
export function MessageTexts({ requestId, field, insert }: InsertProps) {
  const { t } = useTranslation('signing');
  const format = useFormat();
  const messages = useQuery({
    queryKey: ['chat', 'messages', requestId, 'insert'],
    queryFn: ({ signal }) => get<ChatMessages>(`/api/chat/chats/${segment(requestId)}/messages`, { limit: SHOWN }, signal),
  });
  if (messages.isPending) return <LoadingRows rows={4} />;
  if (messages.isError) return <ErrorState error={messages.error} retry={() => void messages.refetch()} />;
  const texts = messages.data.items.filter((message) => message.text !== null && message.authorKind !== 'SYSTEM').reverse();
  if (texts.length === 0) return <p className="none">{t('insert.noMessages')}</p>;
  return (
    <ul className="insert-list">
      {texts.map((message) => {
        const who = message.mine ? t('insert.me') : message.authorKind === 'PATIENT' ? t('insert.patient') : (message.authorName ?? '');
        return (
          <InsertRow
            key={message.id}
            head={`${who}, ${format.dayTime(message.at)}`}
            text={message.text!}
            enabled={field !== null}
            onInsert={() => insert(message.text!, { kind: 'MESSAGE', id: message.id, title: `${who}, ${format.dayTime(message.at)}` })}
          />
        );
      })}
    </ul>
  );
}
