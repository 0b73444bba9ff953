import { IconVolume, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Device, DeviceKind, LocalMedia } from '../rtc/LocalMedia';
import { testTone } from '../rtc/sound';
import { useLevel, useStore } from './hooks';
import { useCallTexts } from './texts';

/** Which camera, microphone and loudspeaker; level and test tone. */
export function DeviceSettings({ media, onClose }: { media: LocalMedia; onClose: () => void }) {
  const { t } = useCallTexts();
  return (
    <section className="call-settings" aria-label={t('settings.title')}>
      <header>
        <h2>{t('settings.title')}</h2>
        <button type="button" className="call-icon" aria-label={t('close')} onClick={onClose}><IconX size={18} aria-hidden /></button>
      </header>
      <DevicePickers media={media} />
      <Blur media={media} />
    </section>
  );
}

export function DevicePickers({ media }: { media: LocalMedia }) {
  const { t } = useCallTexts();
  const state = useStore(media);
  return (
    <>
      <Picker media={media} kind="camera" label={t('settings.camera')} devices={state.cameras} used={state.camera?.getSettings().deviceId ?? null} />
      <Picker media={media} kind="microphone" label={t('settings.microphone')} devices={state.microphones} used={state.microphone?.getSettings().deviceId ?? null} />
      <MicrophoneLevel track={state.microphone} />
      {state.speakers.length > 1 && <Picker media={media} kind="speaker" label={t('settings.speaker')} devices={state.speakers} used={state.chosen.speaker} />}
      <button type="button" className="call-button" onClick={() => void testTone(state.chosen.speaker)}><IconVolume size={18} aria-hidden /> {t('settings.tone')}</button>
    </>
  );
}

export function MicrophoneLevel({ track }: { track: MediaStreamTrack | null }) {
  const { t } = useCallTexts();
  const level = useLevel(track);
  return (
    <label className="call-field">
      <span>{t('settings.level')}</span>
      <meter className="level" min={0} max={1} value={level} />
    </label>
  );
}

function Picker({ media, kind, label, devices, used }: { media: LocalMedia; kind: DeviceKind | 'speaker'; label: string; devices: readonly Device[]; used: string | null }) {
  const { t } = useCallTexts();
  if (devices.length === 0) return null;
  return (
    <label className="call-field">
      <span>{label}</span>
      <select className="call-input" value={used ?? ''} onChange={(event) => void media.choose(kind, event.currentTarget.value)}>
        {(used === null || !devices.some(({ id }) => id === used)) && <option value={used ?? ''}>{t('settings.default')}</option>}
        {devices.map((device, index) => <option key={device.id} value={device.id}>{device.label || `${label} ${index + 1}`}</option>)}
      </select>
    </label>
  );
}

/** Blurring is the system's: where camera and browser offer it, it costs this page nothing. */
function Blur({ media }: { media: LocalMedia }) {
  const { t } = useCallTexts();
  const { camera } = useStore(media);
  const [on, setOn] = useState(false);
  const offered = (camera?.getCapabilities?.() as { backgroundBlur?: boolean[] } | undefined)?.backgroundBlur?.includes(true) ?? false;
  useEffect(() => {
    setOn((camera?.getSettings() as { backgroundBlur?: boolean } | undefined)?.backgroundBlur ?? false);
  }, [camera]);
  if (!camera || !offered) return null;
  return (
    <label className="call-check">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          void camera.applyConstraints({ advanced: [{ backgroundBlur: wanted } as MediaTrackConstraintSet] }).then(() => setOn(wanted), () => {});
        }}
      />
      {t('settings.blur')}
    </label>
  );
}
