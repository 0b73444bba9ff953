import { useEffect } from 'react';
import type { Conversation, ConversationState } from './Conversation';

/** What is in view of a visible page counts as read. */
export function useMarkRead(conversation: Conversation, state: ConversationState, inView: boolean): void {
  const { unread } = state;
  useEffect(() => {
    if (!inView || unread === 0) return;
    const mark = () => {
      if (document.visibilityState === 'visible') conversation.markRead();
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [conversation, inView, unread]);
}
