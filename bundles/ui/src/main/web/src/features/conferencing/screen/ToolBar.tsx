import {
  IconBroadcast, IconBroadcastOff, IconChalkboard, IconFiles, IconLayoutGrid, IconMessage, IconMicrophone, IconMicrophoneOff, IconPhoneOff,
  IconPlayerStop, IconScreenShare, IconScreenShareOff, IconSettings, IconSubtitles, IconUsers, IconVideo, IconVideoOff, type TablerIcon,
} from '@tabler/icons-react';
import type { Call, CallState } from '../model/Call';
import type { Block } from './blocks';
import { useCallTexts } from './texts';

interface Props {
  call: Call;
  state: CallState;
  open: ReadonlySet<Block>;
  onBlock: (block: Block) => void;
  onSettings: () => void;
  settingsOpen: boolean;
  /** Null where this browser has none. */
  captions: { on: boolean; toggle: () => void } | null;
  unread: number;
  /** The host ends the call for all. */
  onEnd: (() => void) | null;
  sends: boolean;
}

const BLOCK_ICONS: Readonly<Record<Block, TablerIcon>> = { video: IconLayoutGrid, board: IconChalkboard, people: IconUsers, chat: IconMessage, files: IconFiles };

/** The tool bar: what one sends, the blocks of the work area, the way out. */
export function ToolBar({ call, state, open, onBlock, onSettings, settingsOpen, captions, unread, onEnd, sends }: Props) {
  const { t } = useCallTexts();
  const { own, room } = state;
  const mayShowVideo = call.me?.videoAllowed !== false;
  const mayShare = sends && typeof navigator.mediaDevices?.getDisplayMedia === 'function';
  const waiting = room?.participants.filter((participant) => participant.state === 'WAITING').length ?? 0;
  return (
    <div className="call-tools" role="toolbar" aria-label={t('tools')}>
      {sends && (
        <div className="tool-group">
          <Tool icon={own.microphone ? IconMicrophone : IconMicrophoneOff} look={own.microphone ? 'on' : 'off'} label={t('microphone')} title={t(own.microphone ? 'microphoneOff' : 'microphoneOn')} pressed={own.microphone} onClick={() => void call.switch({ microphone: !own.microphone })} />
          <Tool icon={own.camera ? IconVideo : IconVideoOff} look={own.camera ? 'on' : 'off'} label={t('camera')} title={t(own.camera ? 'cameraOff' : 'cameraOn')} pressed={own.camera} disabled={!mayShowVideo} onClick={() => void call.switch({ camera: !own.camera })} />
          <Tool icon={own.broadcasting ? IconBroadcast : IconBroadcastOff} look={own.broadcasting ? 'on' : 'off'} label={t('broadcasting')} title={t(own.broadcasting ? 'broadcastingOff' : 'broadcastingOn')} pressed={own.broadcasting} onClick={() => void call.switch({ broadcasting: !own.broadcasting })} />
          {mayShare && (
            <Tool icon={own.screen ? IconScreenShareOff : IconScreenShare} look="share" label={t(own.screen ? 'screenOff' : 'screenOn')} short pressed={own.screen} disabled={!mayShowVideo} onClick={() => void call.switch({ screen: !own.screen })} />
          )}
        </div>
      )}
      <div className="tool-group">
        {(Object.keys(BLOCK_ICONS) as Block[]).map((block) => (
          <Tool
            key={block}
            icon={BLOCK_ICONS[block]}
            label={t(`block.${block}`)}
            title={t(open.has(block) ? 'hideBlock' : 'showBlock', { name: t(`block.${block}`) })}
            pressed={open.has(block)}
            count={block === 'chat' && !open.has('chat') ? unread : block === 'people' && !open.has('people') ? waiting : 0}
            onClick={() => onBlock(block)}
          />
        ))}
      </div>
      <div className="tool-group tool-end">
        {captions && <Tool icon={IconSubtitles} label={t(captions.on ? 'captions.off' : 'captions.on')} short pressed={captions.on} onClick={captions.toggle} />}
        <Tool icon={IconSettings} label={t('devices')} short pressed={settingsOpen} onClick={onSettings} />
        {onEnd && <Tool icon={IconPlayerStop} label={t('end')} short onClick={onEnd} />}
        <Tool icon={IconPhoneOff} look="leave" label={t('leave')} onClick={() => void call.leave()} />
      </div>
    </div>
  );
}

interface ToolProps {
  icon: TablerIcon;
  label: string;
  title?: string;
  /** Only the icon stands, the words are for those who hear them or wait over it. */
  short?: boolean;
  look?: 'on' | 'off' | 'share' | 'leave';
  pressed?: boolean;
  disabled?: boolean;
  count?: number;
  onClick: () => void;
}

function Tool({ icon: Icon, label, title, short = false, look, pressed, disabled = false, count = 0, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={`tool${look ? ` tool-${look}` : ''}${short ? ' tool-short' : ''}`}
      aria-pressed={pressed}
      aria-label={title === undefined ? label : undefined}
      title={title ?? label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={20} stroke={1.8} aria-hidden />
      {!short && <span className="tool-label">{label}</span>}
      {count > 0 && <span className="tool-count">{count}</span>}
    </button>
  );
}
