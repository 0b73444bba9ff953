import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sayError } from '@/shared/i18n';
import { chatQuery, useUnread } from '../api';
import { Unread } from '../list/Unread';

/** The way into the request's chat. */
export function ChatButton({ requestId }: { requestId: string }) {
  const { t } = useTranslation('requests');
  const chat = useQuery(chatQuery(requestId));
  const unread = useUnread()[requestId] ?? 0;
  if (chat.isError) return <p className="action-note" role="status">{sayError(chat.error)}</p>;
  if (!chat.data) return <p className="action-note" role="status">{chat.isPending ? t('common:loading') : t('request.chatComing')}</p>;
  return (
    <Button component={Link} to={`/messages/${requestId}`} leftSection={<IconMessage size={18} aria-hidden />} fullWidth>
      {t('request.openChat')}<Unread count={unread} />
    </Button>
  );
}
