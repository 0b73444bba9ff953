import { useCallback, useState } from 'react';
import type { PeerView } from '../rtc/PeerMesh';
import { useStream } from './hooks';
import { useCallTexts } from './texts';

/** Everybody's voice, whatever is shown; through the loudspeaker that was chosen. */
export function Voices({ peers, speaker }: { peers: readonly PeerView[]; speaker: string | null }) {
  const { t } = useCallTexts();
  const [blocked, setBlocked] = useState(false);
  const onBlocked = useCallback(() => setBlocked(true), []);
  const play = () => {
    setBlocked(false);
    document.querySelectorAll<HTMLAudioElement>('audio[data-voice]').forEach((audio) => void audio.play().catch(() => setBlocked(true)));
  };
  return (
    <>
      {peers.map((peer) => <Voice key={peer.id} stream={peer.streams.microphone} speaker={speaker} onBlocked={onBlocked} />)}
      {blocked && (
        <p className="call-note call-note-warning" role="alert">
          <span>{t('soundBlocked')}</span> <button type="button" className="call-button" onClick={play}>{t('playSound')}</button>
        </p>
      )}
    </>
  );
}

function Voice({ stream, speaker, onBlocked }: { stream: MediaStream | null; speaker: string | null; onBlocked: () => void }) {
  const audio = useStream<HTMLAudioElement>(stream);
  const start = () => {
    const element = audio.current as (HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> }) | null;
    if (speaker) void element?.setSinkId?.(speaker).catch(() => {});
    void element?.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked();
    });
  };
  return <audio ref={audio} autoPlay data-voice onLoadedMetadata={start} />;
}
