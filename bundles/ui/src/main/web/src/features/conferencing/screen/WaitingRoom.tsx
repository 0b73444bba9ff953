import { useMemo, useState } from 'react';
import type { Call, CallState } from '../model/Call';
import { Note } from './CallNotices';
import { DevicePickers } from './DeviceSettings';
import { DeviceSign } from './DeviceSign';
import { useStore, useStream } from './hooks';
import { useCallTexts } from './texts';

/** In the waiting room: that the doctor knows, how late he is, and one's own picture. */
export function WaitingRoom({ call, state, side }: { call: Call; state: CallState; side: 'staff' | 'visit' }) {
  const { t } = useCallTexts();
  const media = useStore(call.media);
  const stream = useMemo(() => (media.camera ? new MediaStream([media.camera]) : null), [media.camera]);
  const video = useStream<HTMLVideoElement>(stream);
  const { room, own, enteredAt } = state;
  const [devices, setDevices] = useState(false);
  const listener = call.me?.role === 'LISTENER';
  return (
    <div className="waiting-room">
      <h2>{t(side === 'visit' ? 'waiting.mine' : 'waiting.title')}</h2>
      <p role="status">{t(side === 'visit' ? (enteredAt === null ? 'waiting.mineText' : 'waiting.mineBack') : 'waiting.mineStaff')}</p>
      {(room?.delayMinutes ?? 0) > 0 && side === 'visit' && <Note alert>{t('waiting.mineDelay', { n: room!.delayMinutes })}</Note>}
      {!listener && (
        <>
          <div className="waiting-picture">
            <video ref={video} className="tile-video tile-mirror" autoPlay playsInline muted hidden={stream === null} />
            {stream === null && <span className="tile-note">{t('silent.camera')}</span>}
            <span className="waiting-signs"><DeviceSign kind="microphone" on={media.microphone !== null && own.microphone} /><DeviceSign kind="camera" on={media.camera !== null && own.camera} /></span>
          </div>
          {media.failures.camera && <Note alert>{t(`failure.camera.${media.failures.camera}`)}</Note>}
          {media.failures.microphone && <Note alert>{t(`failure.microphone.${media.failures.microphone}`)}</Note>}
          <button type="button" className="call-button" aria-expanded={devices} onClick={() => setDevices(!devices)}>{t('devices')}</button>
          {devices && <div className="waiting-devices"><DevicePickers media={call.media} /></div>}
        </>
      )}
      <button type="button" className="call-button" onClick={() => void call.leave()}>{t('waiting.leave')}</button>
    </div>
  );
}
