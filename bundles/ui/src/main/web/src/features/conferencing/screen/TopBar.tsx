import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2, IconChalkboard, IconColumns2, IconLayoutGrid, IconPictureInPicture } from '@tabler/icons-react';
import type { CallState } from '../model/Call';
import { worstQuality } from '../model/ownQuality';
import type { Layout } from './blocks';
import { useNow } from './hooks';
import { QualityBadge } from './QualityBadge';
import { useCallTexts } from './texts';

const LAYOUTS = [['video', IconLayoutGrid], ['beside', IconColumns2], ['board', IconChalkboard]] as const;

interface Props {
  state: CallState;
  title: string;
  floating: boolean;
  layout: Layout | null;
  onLayout: (layout: Layout) => void;
  onResize: () => void;
  recording: { on: boolean; toggle: () => void } | null;
}

/** The upper bar: whose call, how long, how good; how the work area is laid out. */
export function TopBar({ state, title, floating, layout, onLayout, onResize, recording }: Props) {
  const { t } = useCallTexts();
  const now = useNow();
  const { room, phase, peers, enteredAt } = state;
  const quality = phase === 'in' ? worstQuality(peers, now) : null;
  const seconds = enteredAt === null ? null : Math.floor((now - enteredAt) / 1_000);
  const pip = typeof document.exitPictureInPicture === 'function' && document.pictureInPictureEnabled;
  const inPicture = () => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('.call video[data-shown]')];
    // The other one rather than oneself.
    const video = videos.find((each) => !each.classList.contains('tile-mirror')) ?? videos[0];
    void video?.requestPictureInPicture().catch(() => {});
  };
  return (
    <header className="call-top" role="toolbar" aria-label={t('topBar')}>
      <h2 className="call-title">{title}</h2>
      <span className="call-chip" data-state={room?.state}>{phase === 'entering' ? t('entering') : t(`state.${room?.state ?? 'NONE'}`)}</span>
      {seconds !== null && <span className="call-clock" role="timer">{clock(seconds)}</span>}
      {quality && <QualityBadge level={quality.level} />}
      {room?.recording.state === 'ON' && <span className="call-chip call-recording" role="status">● {t('recording.on')}</span>}
      <span className="call-grow" />
      {recording && !floating && <button type="button" className="call-button call-small" onClick={recording.toggle}>{t(recording.on ? 'recording.stop' : 'recording.start')}</button>}
      {layout !== null && !floating && (
        <span className="call-layouts" role="group" aria-label={t('layout')}>
          {LAYOUTS.map(([name, Icon]) => (
            <button key={name} type="button" className="call-icon" aria-pressed={layout === name} aria-label={t(`layouts.${name}`)} title={t(`layouts.${name}`)} onClick={() => onLayout(name)}>
              <Icon size={18} aria-hidden />
            </button>
          ))}
        </span>
      )}
      {pip && phase === 'in' && <button type="button" className="call-icon" aria-label={t('pip')} title={t('pip')} onClick={inPicture}><IconPictureInPicture size={18} aria-hidden /></button>}
      <button type="button" className="call-icon" aria-label={t(floating ? 'enlarge' : 'minimise')} title={t(floating ? 'enlarge' : 'minimise')} onClick={onResize}>
        {floating ? <IconArrowsDiagonal size={18} aria-hidden /> : <IconArrowsDiagonalMinimize2 size={18} aria-hidden />}
      </button>
    </header>
  );
}

const two = (n: number): string => String(n).padStart(2, '0');

/** «04:07», «1:04:07» */
const clock = (seconds: number): string => {
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
};
