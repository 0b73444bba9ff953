import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useCallTexts } from './texts';

/** Camera or microphone of a person: green when it works, grey and crossed out when nothing is sent (S144). */
export function DeviceSign({ kind, on }: { kind: 'microphone' | 'camera'; on: boolean }) {
  const { t } = useCallTexts();
  const Icon = kind === 'microphone' ? (on ? IconMicrophone : IconMicrophoneOff) : on ? IconVideo : IconVideoOff;
  const text = t(`${on ? 'works' : 'silent'}.${kind}`);
  return (
    <span className={on ? 'device-sign device-sign-on' : 'device-sign device-sign-off'} role="img" aria-label={text} title={text} data-sign={kind} data-on={on}>
      <Icon size={16} stroke={2} aria-hidden />
    </span>
  );
}
