import './chat.css';
import { IconMessages } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, PageHeader } from '@/shared/components';
import { ChatList } from './ChatList';
import { ChatPane } from './ChatPane';

/** «Сообщения»: the chats at the left, one of them at the right; on a phone one after the other. */
export default function MessagesPage() {
  const { t } = useTranslation('chat');
  const { requestId } = useParams({ strict: false }) as { requestId?: string };
  return (
    <div className="page page-fill messages-page" data-open={requestId !== undefined || undefined}>
      <PageHeader title={t('title')} />
      <div className="grow chat-panes">
        <ChatList current={requestId} />
        {requestId === undefined ? (
          <section className="chat-pane chat-none">
            <EmptyState icon={<IconMessages size={36} stroke={1.4} />} title={t('choose')}>{t('chooseText')}</EmptyState>
          </section>
        ) : (
          <ChatPane key={requestId} requestId={requestId} />
        )}
      </div>
    </div>
  );
}
