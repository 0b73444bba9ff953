import { IconMaximize, IconMinimize, IconScreenShare } from '@tabler/icons-react';
import { useState } from 'react';
import { levelOf } from '../model/ownQuality';
import type { Participant } from '../model/types';
import type { PeerView } from '../rtc/PeerMesh';
import { DeviceSign } from './DeviceSign';
import { useLevel, useStream } from './hooks';
import { QualityBadge } from './QualityBadge';
import { useCallTexts } from './texts';

interface Props {
  participant: Participant;
  /** Null for oneself. */
  peer: PeerView | null;
  stream: MediaStream | null;
  microphone: MediaStreamTrack | null;
  screen?: boolean;
  pinned: boolean;
  onPin: () => void;
}

const SPEAKING = 0.05;

/** One person's picture with name, state and connection; or a shared screen. */
export function Tile({ participant, peer, stream, microphone, screen = false, pinned, onPin }: Props) {
  const { t } = useCallTexts();
  const mine = peer === null;
  const sends = participant.broadcasting;
  const picture = sends && (screen ? participant.screen : participant.camera && participant.videoAllowed) && stream !== null;
  const video = useStream<HTMLVideoElement>(picture ? stream : null);
  const [shown, setShown] = useState(false);
  const speaking = useLevel(sends && participant.microphone && !screen ? microphone : null) > SPEAKING;
  const name = mine ? `${participant.name} (${t('you')})` : participant.name;
  const note = !mine && participant.presence === 'RECONNECTING' ? t('reconnecting')
    : peer && peer.state !== 'connected' ? t(`link.${peer.state}`)
      : !sends ? t('paused')
        : null;
  return (
    <figure
      className={`tile${participant.host && !screen ? ' tile-host' : ''}${speaking ? ' tile-speaking' : ''}${screen ? ' tile-screen' : mine ? ' tile-mine' : ''}`}
      data-participant={participant.id}
      data-role={participant.role}
      data-host={participant.host || undefined}
      data-pinned={pinned || undefined}
    >
      {/* A picture without sound: the voices are played apart, so that they go on when this block is closed. */}
      <video
        ref={video}
        className={mine && !screen ? 'tile-video tile-mirror' : 'tile-video'}
        autoPlay
        playsInline
        muted
        hidden={!picture}
        data-shown={picture && shown || undefined}
        onLoadedData={() => setShown(true)}
        onEmptied={() => setShown(false)}
      />
      {!picture && <span className="tile-initials" aria-hidden>{initials(participant.name)}</span>}
      {note !== null && <span className="tile-note" role="status">{note}</span>}
      <figcaption className="tile-caption">
        {screen ? (
          <><IconScreenShare size={16} aria-hidden /> <span className="tile-name">{t('screenOf', { name: participant.name })}</span></>
        ) : (
          <>
            <DeviceSign kind="microphone" on={sends && participant.microphone} />
            <DeviceSign kind="camera" on={sends && participant.camera && participant.videoAllowed} />
            <span className="tile-name">{name}</span>
            {participant.host && <span className="tile-role">{t('host')}</span>}
            {!participant.host && participant.role !== 'STAFF' && <span className="tile-role">{t(`role.${participant.role}`)}</span>}
            {peer && <QualityBadge level={worse(levelOf(peer), participant.quality?.level ?? null)} />}
          </>
        )}
      </figcaption>
      <button type="button" className="tile-pin" aria-pressed={pinned} aria-label={`${t(pinned ? 'minimise' : 'enlarge')}: ${participant.name}`} title={t('enlarge')} onClick={onPin}>
        {pinned ? <IconMinimize size={16} aria-hidden /> : <IconMaximize size={16} aria-hidden />}
      </button>
    </figure>
  );
}

const ORDER = ['GOOD', 'FAIR', 'POOR', 'LOST'] as const;
const worse = (a: (typeof ORDER)[number], b: (typeof ORDER)[number] | null) => (b !== null && ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a);

/** «Иванова Анна» → «ИА» */
const initials = (name: string): string => name.split(/\s+/).slice(0, 2).map((word) => word.charAt(0)).join('').toUpperCase();
