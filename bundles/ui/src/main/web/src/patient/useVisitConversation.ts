import { useEffect, useState } from 'react';
import { Conversation } from '@/features/chat/model/Conversation';
import { sessionMemory } from '@/features/chat/model/Outbox';
import { publishConnected, publishHint, setLiveSender } from '@/shared/hooks/hints';
import { LiveChannel } from '@/shared/live';
import { outboxKey } from './drafts';
import { visitChat } from './endpoints';
import type { Visit } from './Visit';

/** Hints that tell nothing about the visit itself. */
const QUIET = /^(chat\.(message|read)|conferencing\..*|live\..*)$/;

/** The conversation of the visit that is on the screen, kept fresh by the live channel and without it by asking every three seconds. */
export function useVisitConversation(requestId: string, visit: Visit): Conversation {
  const [conversation] = useState(
    () => new Conversation(visitChat, { requestId, memory: sessionMemory(outboxKey(requestId)) }),
  );
  useEffect(() => {
    const channel = new LiveChannel({
      path: '/live/visit',
      onHint: (hint) => {
        conversation.hint(hint);
        publishHint(hint);
        if (!QUIET.test(hint.type)) void visit.refresh();
      },
      onConnected: () => {
        void visit.refresh();
        publishConnected();
      },
      // The conversation asks by itself; closing and the time of the visit are asked here.
      onPoll: () => void visit.refresh(),
      onState: (connected) => conversation.setConnected(connected),
    });
    const look = () => {
      if (document.visibilityState === 'visible') conversation.refresh();
    };
    conversation.start();
    channel.start();
    setLiveSender(channel.send);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
      setLiveSender(null);
      channel.stop();
      conversation.stop();
    };
  }, [conversation, visit]);
  return conversation;
}
