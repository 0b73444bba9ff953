import { get, post, put, segment, upload } from '@/shared/api/client';
import type { ChatRow, Page } from '@/shared/api/types';
import { MESSAGES_PER_PAGE, type ConversationEndpoints } from './model/Conversation';
import type { Chat, Message, MessagePage, Uploaded } from './model/types';

const CHATS = '/api/chat/chats';
const FILES = '/api/documents/files';

export const fetchChats = (q: string, cursor: string | null, signal: AbortSignal): Promise<Page<ChatRow>> =>
  get<Page<ChatRow>>(CHATS, { q, cursor }, signal);

/** The chat of a request as a member of staff uses it. */
export function staffChat(requestId: string, onChange: () => void): ConversationEndpoints {
  const chat = `${CHATS}/${segment(requestId)}`;
  return {
    chat: () => get<Chat>(chat),
    messages: (bounds) => get<MessagePage>(`${chat}/messages`, { ...bounds, limit: MESSAGES_PER_PAGE }),
    async post(id, text, documentId) {
      const message = await post<Message>(`${chat}/messages`, { id, text, documentId });
      onChange();
      return message;
    },
    async read(upTo) {
      await put<void>(`${chat}/read`, { upTo });
      onChange();
    },
    upload: (file, onProgress, signal) =>
      upload<Uploaded>(FILES, {
        id: file.id,
        file: file.blob,
        name: file.name,
        requestId,
        onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0),
        signal,
      }),
  };
}
