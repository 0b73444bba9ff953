import { useEffect, useState, useSyncExternalStore } from 'react';
import { ChatScreen } from './ChatScreen';
import { CheckForm } from './CheckForm';
import { ConsentForm } from './ConsentForm';
import { draftKey } from './drafts';
import { Plain } from './Plain';
import { useLanguage } from './language';
import { TroubleNotice } from './TroubleNotice';
import type { Phase, Visit } from './Visit';

/** The patient's whole page: what is shown depends on how far the patient has come. */
export function VisitPage({ visit }: { visit: Visit }) {
  const phase = useSyncExternalStore(visit.subscribe, visit.snapshot);
  const { texts } = useLanguage();
  const requestId = useLastRequest(phase);

  useEffect(() => {
    if (phase.name !== 'chat') document.title = texts.title;
  }, [phase.name, texts]);

  switch (phase.name) {
    case 'chat':
      return <ChatScreen key={phase.session.requestId} session={phase.session} visit={visit} />;
    case 'check':
      return <Plain><CheckForm key={phase.token} phase={phase} visit={visit} /></Plain>;
    case 'consent':
      return <Plain region={phase.session.region}><ConsentForm phase={phase} visit={visit} /></Plain>;
    case 'trouble':
      return <Plain><TroubleNotice trouble={phase.trouble} draft={requestId === null ? null : draftKey(requestId)} /></Plain>;
    case 'unreachable':
      return (
        <Plain>
          <div className="card" role="status">
            <h1>{texts.title}</h1>
            <p>{texts.offline}</p>
            <button type="button" onClick={() => visit.retry()}>{texts.tryNow}</button>
          </div>
        </Plain>
      );
    case 'starting':
      return (
        <Plain>
          <h1 className="vh">{texts.title}</h1>
          <p className="loading" role="status">{texts.loading}</p>
        </Plain>
      );
  }
}

/** The request that was on the screen last: when its session ends, what was typed is still shown. */
function useLastRequest(phase: Phase): string | null {
  const [last, setLast] = useState<string | null>(null);
  const now = phase.name === 'chat' ? phase.session.requestId : null;
  if (now !== null && now !== last) setLast(now);
  return last;
}
