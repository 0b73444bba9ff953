import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { VisitSession } from '@/shared/api/types';
import { Composer } from './Composer';
import { Conclusions } from './Conclusions';
import { draftKey } from './drafts';
import { visitFiles } from './endpoints';
import { useLanguage } from './language';
import { LeaveButton } from './LeaveButton';
import { MessageList } from './MessageList';
import { Notice } from './Notice';
import { LanguageSwitch, UpdatingLine } from './Plain';
import { QuestionnaireLine } from './QuestionnaireLine';
import { QuestionnaireScreen } from './QuestionnaireScreen';
import { titleWithUnread } from './title';
import { useQuestionnaire } from './useQuestionnaire';
import { useVisitConversation } from './useVisitConversation';
import type { Visit } from './Visit';
import { VisitHeader } from './VisitHeader';

// Comes after the chat: the first load does not grow by the call.
const VisitCall = lazy(() => import('@/features/conferencing/visit/VisitCall'));

/** The chat with the doctor: header, the notice that always stands above, messages, input. */
export function ChatScreen({ session, visit }: { session: VisitSession; visit: Visit }) {
  const { language, texts } = useLanguage();
  const conversation = useVisitConversation(session.requestId, visit);
  const state = useSyncExternalStore(conversation.subscribe, conversation.snapshot);
  const closed = session.closed || state.chat?.closed === true;
  const [questionnaire, answered] = useQuestionnaire();
  const [asked, setAsked] = useState(false);
  const asking = asked && answered.known?.open === true;

  useEffect(() => {
    document.title = titleWithUnread(texts.title, state.unread);
  }, [state.unread, texts]);

  return (
    <div className={asking ? 'chat-screen asking' : 'chat-screen'}>
      <header className={closed ? 'visit closed' : 'visit'}>
        <div className="brand">
          <span className="brand-name">{session.region.logoText}</span>
          <LanguageSwitch />
          <LeaveButton visit={visit} requestId={session.requestId} />
        </div>
        <VisitHeader session={session} />
        {closed && <p className="closed-line" role="status">{texts.chat.closed}</p>}
      </header>
      <main aria-label={texts.chat.label}>
        <Notice text={session.notice} />
        <UpdatingLine />
        {closed && <Conclusions timeZone={session.region.timeZone} />}
        <Suspense fallback={null}>
          <VisitCall requestId={session.requestId} language={language} title={session.consultantName} timeZone={session.region.timeZone} access={visitFiles} closed={closed} />
        </Suspense>
        {asking ? (
          <QuestionnaireScreen questionnaire={questionnaire} state={answered} onClose={() => setAsked(false)} />
        ) : (
          <>
            <QuestionnaireLine state={answered} onOpen={() => setAsked(true)} />
            <MessageList conversation={conversation} state={state} timeZone={session.region.timeZone} closed={closed} />
            <Composer conversation={conversation} closed={closed} draft={draftKey(session.requestId)} ready={state.phase === 'ready'} />
          </>
        )}
      </main>
    </div>
  );
}
