import './visit.css';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { live } from '@/shared/hooks/hints';
import type { Language } from '@/shared/format';
import { Call, OUTSIDE } from '../model/Call';
import type { FileAccess } from '../model/CallFiles';
import { visitRoom } from '../model/endpoints';
import { LocalMedia } from '../rtc/LocalMedia';
import { useStore } from '../screen/hooks';
import { CallTextsProvider, useCallTexts } from '../screen/texts';
import { ListenerConsent } from './ListenerConsent';
import { RingScreen } from './RingScreen';
import { RoomWatch } from './RoomWatch';

const CallScreen = lazy(() => import('../screen/CallScreen').then((module) => ({ default: module.CallScreen })));
const CheckScreen = lazy(() => import('../screen/CheckScreen').then((module) => ({ default: module.CheckScreen })));

interface Props {
  requestId: string;
  language: Language;
  /** The doctor, in the call's title. */
  title: string;
  timeZone: string;
  access: FileAccess;
  closed: boolean;
}

/** The patient's way into the call: a button above the chat, the check, the ring, the call itself. */
export default function VisitCall(props: Props) {
  return <CallTextsProvider language={props.language}><Way {...props} /></CallTextsProvider>;
}

function Way({ requestId, title, timeZone, access, closed }: Props) {
  const { t, say } = useCallTexts();
  const watch = useMemo(() => new RoomWatch(requestId, visitRoom, live), [requestId]);
  const [media] = useState(() => new LocalMedia());
  const [call, setCall] = useState(() => new Call(requestId, visitRoom, live, media));
  const [view, setView] = useState<'chat' | 'check' | 'call'>('chat');
  const [floating, setFloating] = useState(false);
  const room = useStore(watch);
  const state = useStore(call);
  const outside = OUTSIDE.has(state.phase);

  // In the call the room is what the call says.
  useEffect(() => {
    if (!outside) return;
    watch.start();
    return () => watch.stop();
  }, [outside, watch]);
  useEffect(() => () => call.close(), [call]);

  const enter = useCallback(
    (camera: boolean) => {
      // A tab that was put out comes back as a new one.
      const next = call.snapshot().phase === 'idle' ? call : new Call(requestId, visitRoom, live, media);
      setCall(next);
      setFloating(false);
      setView('call');
      void next.enter({ microphone: true, camera });
    },
    [call, requestId, media],
  );
  const toChat = () => {
    if (outside) {
      media.stop('camera');
      media.stop('microphone');
      setView('chat');
    } else {
      setFloating(true);
    }
  };
  const servers = useCallback(async () => (await visitRoom.checkIce()).iceServers as RTCIceServer[], []);

  const ringing = outside && room?.ring?.state === 'RINGING' ? room.ring : null;
  const doctorThere = room?.participants.some(({ role, state: seat }) => role === 'STAFF' && seat === 'ADMITTED') ?? false;
  const consent = <ListenerConsent room={(outside ? room : state.room) ?? null} onAnswer={(id, agree) => void call.command(() => visitRoom.consentToListener(id, agree)).then(() => watch.refresh())} />;
  const shut = closed || room?.closed === true;

  return (
    <>
      {view === 'chat' && !shut && room && (
        <div className="visit-call" data-doctor={doctorThere || undefined}>
          <span role="status">{doctorThere ? t('visit.doctorThere') : t('visit.text')}</span>
          <button type="button" className={doctorThere ? 'call-button call-primary' : 'call-button'} onClick={() => (doctorThere ? enter(true) : setView('check'))}>
            {t(doctorThere ? 'visit.join' : 'visit.check')}
          </button>
        </div>
      )}
      {outside && view === 'chat' && !shut && consent}
      <Suspense fallback={<p className="visit-loading" role="status">{t('entering')}</p>}>
        {view === 'check' && (
          <div className="visit-layer">
            <CheckScreen
              media={media}
              servers={servers}
              onResult={(result) => void visitRoom.reportCheck(result).catch(() => {})}
              onEnter={() => enter(true)}
              onBack={toChat}
              backLabel={t('check.back')}
            />
          </div>
        )}
        {view === 'call' && (
          <div className={floating ? 'visit-float' : 'visit-layer'}>
            <CallScreen
              call={call}
              side="visit"
              staff={null}
              access={access}
              title={title}
              timeZone={timeZone}
              floating={floating}
              onResize={() => (outside ? toChat() : setFloating(!floating))}
              notices={consent}
              afterwards={
                <>
                  <h2>{t(`over.${state.phase === 'idle' ? 'left' : state.phase}`)}</h2>
                  {state.failure && <p role="alert">{say(state.failure)}</p>}
                  {!shut && <button type="button" className="call-button call-primary" onClick={() => enter(true)}>{t(state.phase === 'taken-over' ? 'over.here' : 'over.return')}</button>}
                  <button type="button" className="call-button" onClick={toChat}>{t('check.back')}</button>
                </>
              }
            />
          </div>
        )}
      </Suspense>
      {ringing && !shut && (
        <RingScreen
          key={ringing.id}
          byName={ringing.byName}
          onAnswer={enter}
          onDecline={() => void visitRoom.declineRing(ringing.id).then((next) => watch.know(next), () => watch.refresh())}
        />
      )}
    </>
  );
}
