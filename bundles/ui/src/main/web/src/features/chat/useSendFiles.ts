import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '@/shared/notices';
import type { Conversation } from './model/Conversation';
import { nameOfFile } from '@/features/documents/files';

/** Sends files to the chat, each as a message; an empty one is refused at once. */
export function useSendFiles(conversation: Conversation): (files: Iterable<File>) => void {
  const { t } = useTranslation('chat');
  return useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        if (file.size === 0) notify('error', t('emptyFile', { name: file.name }));
        else conversation.outbox.sendFile(file, nameOfFile(file));
      }
    },
    [conversation, t],
  );
}
