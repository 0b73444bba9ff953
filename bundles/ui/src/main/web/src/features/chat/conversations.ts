import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { staffChat } from './endpoints';
import { Conversation } from './model/Conversation';
import { sessionMemory } from './model/Outbox';

const LIMIT = 12;

/** The chats that were opened in this tab: going to another one must not stop a file on its way. */
const opened = new Map<string, Conversation>();

function conversationOf(requestId: string, queries: QueryClient): Conversation {
  let conversation = opened.get(requestId);
  if (!conversation) {
    const changed = () => {
      void queries.invalidateQueries({ queryKey: ['chat', 'list'] });
      void queries.invalidateQueries({ queryKey: ['chat', 'unread'] });
    };
    conversation = new Conversation(staffChat(requestId, changed), { requestId, memory: sessionMemory(`consilium.chat.outbox.${requestId}`) });
    // When something may be new is known to the queries of the page, see below.
    conversation.setConnected(true);
    for (const [other, idle] of opened) {
      if (opened.size < LIMIT) break;
      if (idle.outbox.snapshot().length === 0) opened.delete(other);
    }
  }
  // The one that was looked at last goes last.
  opened.delete(requestId);
  opened.set(requestId, conversation);
  return conversation;
}

/**
 * The conversation of a request. Whatever makes the queries of this chat stale (a hint, a reconnect, polling while there is no socket)
 * makes the conversation ask what is new.
 */
export function useConversation(requestId: string): Conversation {
  const queries = useQueryClient();
  const conversation = conversationOf(requestId, queries);
  useEffect(() => {
    conversation.start();
    return () => conversation.stop();
  }, [conversation]);
  useQuery({
    queryKey: ['chat', 'one', requestId, 'conversation'],
    queryFn: async () => {
      await conversation.refresh();
      return Date.now();
    },
    retry: false,
    gcTime: 0,
  });
  return conversation;
}
