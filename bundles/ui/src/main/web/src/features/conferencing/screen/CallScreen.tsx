import './call.css';
import { lazy, Suspense, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { OUTSIDE, type Call } from '../model/Call';
import { CallFiles, type FileAccess } from '../model/CallFiles';
import type { StaffRoomEndpoints } from '../model/endpoints';
import { RoomChat } from '../model/RoomChat';
import { clampSplit, FIRST, preset, toggle, type Block } from './blocks';
import { CallNotices } from './CallNotices';
import { ChatBlock } from './ChatBlock';
import { Captions } from './Captions';
import { DeviceSettings } from './DeviceSettings';
import { FilesBlock } from './FilesBlock';
import { useStore } from './hooks';
import { PeopleBlock } from './PeopleBlock';
import { StaffNotices } from './StaffNotices';
import { useCallTexts } from './texts';
import { ToolBar } from './ToolBar';
import { TopBar } from './TopBar';
import { useCaptions } from './useCaptions';
import { VideoBlock } from './VideoBlock';
import { Voices } from './Voices';
import { WaitingRoom } from './WaitingRoom';

const BoardBlock = lazy(() => import('../board/BoardBlock'));

export interface CallScreenProps {
  call: Call;
  side: 'staff' | 'visit';
  /** Of the patient: null when none was given, missing when the request cannot be read. */
  phone?: string | null;
  staff: StaffRoomEndpoints | null;
  access: FileAccess;
  title: string;
  timeZone: string;
  floating: boolean;
  onResize: () => void;
  /** What to show when the call is over. */
  afterwards: ReactNode;
  invite?: ReactNode;
  /** More notices of the page: a listener to be agreed to. */
  notices?: ReactNode;
}

const NARROW = '(max-width: 47.99em)';

/** The call: upper bar, work area with its blocks, tool bar. The same on both pages. */
export function CallScreen({ call, side, phone, staff, access, title, timeZone, floating, onResize, afterwards, invite = null, notices }: CallScreenProps) {
  const { t, language } = useCallTexts();
  const state = useStore(call);
  const media = useStore(call.media);
  const [arrangement, setArrangement] = useState(FIRST);
  const [settings, setSettings] = useState(false);
  const [advice, setAdvice] = useState(true);
  const [ending, setEnding] = useState(false);
  const [forBoard, setForBoard] = useState<{ id: string; type: string; name: string } | null>(null);
  const chat = useMemo(() => new RoomChat(call.requestId, call.endpoints, call.live), [call]);
  const files = useMemo(() => new CallFiles(access, call.live), [access, call]);
  const { unread } = useStore(chat);
  const captions = useCaptions(call, state, language);
  const inRoom = state.phase === 'in';
  const me = call.me;
  const sends = me?.role !== 'LISTENER';
  const { open, layout, split } = arrangement;
  const time = useCallback(
    (instant: string) => new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant)),
    [language, timeZone],
  );

  useEffect(() => {
    if (!inRoom) return;
    chat.start();
    files.start();
    return () => {
      chat.stop();
      files.stop();
    };
  }, [inRoom, chat, files]);

  const onBlock = (block: Block) => setArrangement((now) => toggle(now, block, window.matchMedia(NARROW).matches));
  const toBoard = (file: { id: string; type: string; name: string }) => {
    if (!open.has('board')) onBlock('board');
    setForBoard(file);
  };

  const area = useRef<HTMLDivElement>(null);
  const outside = OUTSIDE.has(state.phase);
  return (
    <section className="call" data-view={floating ? 'floating' : 'full'} data-phase={state.phase} aria-label={t('title')}>
      <TopBar
        state={state}
        title={title}
        floating={floating}
        layout={inRoom ? (open.has('board') ? layout : 'video') : null}
        onLayout={(next) => setArrangement((now) => preset(now, next))}
        onResize={onResize}
        recording={staff && me?.host && state.room?.recording.supported ? { on: state.room.recording.state !== 'OFF', toggle: () => void call.command(() => staff.recording(state.room!.recording.state === 'OFF')) } : null}
      />
      {!floating && (inRoom || state.phase === 'waiting') && (
        <>
          {notices}
          {staff && state.room && <StaffNotices call={call} state={state} staff={staff} />}
        </>
      )}
      {inRoom && !floating && <CallNotices call={call} state={state} side={side} phone={phone} adviceShown={advice} onAdviceRead={() => setAdvice(false)} />}
      {outside && <div className="call-outside">{afterwards}</div>}
      {state.phase === 'entering' && <p className="call-entering" role="status">{t('entering')}</p>}
      {state.phase === 'waiting' && <WaitingRoom call={call} state={state} side={side} />}
      {inRoom && state.room && (
        <div className="call-body">
          <div className="call-work" role="region" aria-label={t('work')} ref={area} data-layout={floating ? 'video' : layout} data-board={(open.has('board') && !floating) || undefined} data-video={open.has('video') || floating || undefined} style={{ '--split': `${split}%` } as React.CSSProperties}>
            {(open.has('video') || floating) && <VideoBlock call={call} state={state} />}
            {open.has('video') && open.has('board') && !floating && layout === 'beside' && <Divider area={area} split={split} onSplit={(percent) => setArrangement((now) => ({ ...now, split: percent }))} label={t('layout')} />}
            {open.has('board') && !floating && (
              <Suspense fallback={<p className="block block-board block-empty" role="status">{t('board.loading')}</p>}>
                <BoardBlock call={call} staff={staff} files={files} mayDraw={sends} picture={forBoard} onPictureTaken={() => setForBoard(null)} time={time} />
              </Suspense>
            )}
            <Captions lines={captions.lines} />
          </div>
          {!floating && ['people', 'chat', 'files'].some((block) => open.has(block as Block)) && (
            <aside className="call-side">
              {open.has('people') && <PeopleBlock call={call} state={state} staff={me?.role === 'STAFF' ? staff : null} invite={me?.role === 'STAFF' ? invite : null} time={time} />}
              {open.has('chat') && <ChatBlock chat={chat} time={time} />}
              {open.has('files') && <FilesBlock files={files} onBoard={sends ? toBoard : null} mayUpload={sends} />}
            </aside>
          )}
          <Voices peers={state.peers} speaker={media.chosen.speaker} />
        </div>
      )}
      {inRoom && !floating && settings && <DeviceSettings media={call.media} onClose={() => setSettings(false)} />}
      {ending && (
        <div className="call-question" role="alertdialog" aria-label={t('endQuestion')}>
          <p>{t('endQuestion')}</p>
          <button type="button" className="call-button" autoFocus onClick={() => setEnding(false)}>{t('cancel')}</button>
          <button type="button" className="call-button call-danger" onClick={() => { setEnding(false); if (staff) void call.command(() => staff.end()); }}>{t('end')}</button>
        </div>
      )}
      {inRoom && (
        <ToolBar
          call={call}
          state={state}
          open={open}
          onBlock={onBlock}
          onSettings={() => setSettings(!settings)}
          settingsOpen={settings}
          captions={captions.offered ? { on: captions.on, toggle: captions.toggle } : null}
          unread={unread}
          onEnd={staff && me?.host ? () => setEnding(true) : null}
          sends={sends}
        />
      )}
    </section>
  );
}

/** Between two blocks: dragged, or moved with the arrow keys. */
function Divider({ area, split, onSplit, label }: { area: React.RefObject<HTMLDivElement | null>; split: number; onSplit: (percent: number) => void; label: string }) {
  const move = (clientX: number) => {
    const box = area.current?.getBoundingClientRect();
    if (box && box.width > 0) onSplit(clampSplit(((clientX - box.left) / box.width) * 100));
  };
  return (
    <div
      className="call-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={split}
      aria-valuemin={20}
      aria-valuemax={80}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && move(event.clientX)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onSplit(clampSplit(split - 5));
        if (event.key === 'ArrowRight') onSplit(clampSplit(split + 5));
      }}
    />
  );
}
