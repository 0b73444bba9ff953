import './staffCall.css';
import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { uploadFile, contentUrl, fetchRequestFiles } from '@/features/documents/endpoints';
import { requestQuery } from '@/features/requests/api';
import { live } from '@/shared/hooks/hints';
import { useFormat } from '@/shared/session';
import { uuidv7 } from '@/shared/api/uuid';
import { callWindow, type OpenCall } from '../callWindow';
import { Call } from '../model/Call';
import type { FileAccess } from '../model/CallFiles';
import { staffRoom } from '../model/endpoints';
import { LocalMedia } from '../rtc/LocalMedia';
import { CallScreen } from '../screen/CallScreen';
import { useStore } from '../screen/hooks';
import { CallTextsProvider, useCallTexts } from '../screen/texts';
import { ListenerInvite } from './ListenerInvite';

const filesOf = (requestId: string): FileAccess => ({
  list: () => fetchRequestFiles(requestId, new AbortController().signal),
  url: (id, inline) => contentUrl(id, inline),
  upload: (file, name, folder, onProgress) => uploadFile({ id: uuidv7(), file, name, requestId, folder }, onProgress, new AbortController().signal),
});

/** The doctor's call: large over the page, or a small window that can be moved. */
export default function StaffCall({ open }: { open: OpenCall }) {
  const { language } = useFormat();
  return <CallTextsProvider language={language}><Running key={open.key} open={open} /></CallTextsProvider>;
}

function Running({ open }: { open: OpenCall }) {
  const { t, say } = useCallTexts();
  const { zone } = useFormat();
  const { requestId, ring } = open;
  const endpoints = useMemo(() => staffRoom(requestId), [requestId]);
  const access = useMemo(() => filesOf(requestId), [requestId]);
  const [call] = useState(() => new Call(requestId, endpoints, live, new LocalMedia()));
  const { phase, failure } = useStore(call);
  // A listener has no right on the request, and nobody to phone.
  const request = useQuery({ ...requestQuery(requestId), enabled: call.me?.role === 'STAFF' });
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void call.enter({ microphone: true, camera: true }).then(() => {
      if (ring && call.snapshot().phase === 'in') void call.command(() => endpoints.ring(uuidv7(), call.connection));
    });
  }, [call, endpoints, ring]);
  useEffect(() => {
    const gone = () => call.close();
    window.addEventListener('pagehide', gone);
    return () => {
      window.removeEventListener('pagehide', gone);
      if (callWindow.snapshot()?.key !== open.key) call.close();
    };
  }, [call, open.key]);
  useEffect(() => {
    if (phase === 'left') callWindow.close();
  }, [phase]);

  const frame = useMovable(open.floating);
  return (
    <div className={open.floating ? 'staff-call staff-call-floating' : 'staff-call'} {...frame}>
      <CallScreen
        call={call}
        side="staff"
        phone={request.data?.phone}
        staff={endpoints}
        access={access}
        title={open.title}
        timeZone={zone}
        floating={open.floating}
        onResize={() => callWindow.setFloating(!open.floating)}
        invite={<ListenerInvite call={call} staff={endpoints} />}
        afterwards={
          <>
            <h2>{t(`over.${phase === 'idle' ? 'left' : phase}`)}</h2>
            {failure && <p role="alert">{say(failure)}</p>}
            <button type="button" className="call-button call-primary" onClick={() => callWindow.again()}>{t(phase === 'taken-over' ? 'over.here' : 'over.return')}</button>
            <button type="button" className="call-button" onClick={() => callWindow.close()}>{t('close')}</button>
          </>
        }
      />
    </div>
  );
}

/** The small window is moved by its upper bar. */
function useMovable(floating: boolean) {
  const [place, setPlace] = useState({ x: 0, y: 0 });
  const grip = useRef<{ x: number; y: number } | null>(null);
  if (!floating) return {};
  return {
    style: { transform: `translate(${place.x}px, ${place.y}px)` },
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      const target = event.target as Element;
      if (!target.closest('.call-top') || target.closest('button')) return;
      grip.current = { x: event.clientX - place.x, y: event.clientY - place.y };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      if (grip.current) setPlace({ x: event.clientX - grip.current.x, y: event.clientY - grip.current.y });
    },
    onPointerUp() {
      grip.current = null;
    },
  };
}
