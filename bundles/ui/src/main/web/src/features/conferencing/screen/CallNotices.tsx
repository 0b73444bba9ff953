import type { ReactNode } from 'react';
import { phoneLink } from '@/shared/format';
import type { Call, CallState } from '../model/Call';
import { CHAT_AFTER_MS, PHONE_AFTER_MS } from '../model/ownQuality';
import type { Participant } from '../model/types';
import { useNow, useSilence, useStore } from './hooks';
import { useCallTexts } from './texts';

const SILENT_MS = 120_000;

interface Props {
  call: Call;
  state: CallState;
  side: 'staff' | 'visit';
  /** Of the patient: null when none was given, missing when the request cannot be read. */
  phone?: string | null;
  adviceShown: boolean;
  onAdviceRead: () => void;
}

/** What happens and what to do about it, above the work area: devices, network, host's commands, the standing advice. */
export function CallNotices({ call, state, side, phone, adviceShown, onAdviceRead }: Props) {
  const { t, say, troubleshooting } = useCallTexts();
  const media = useStore(call.media);
  const me = call.me;
  const { own, room, failure } = state;
  const silence = useSilence(own.microphone && own.broadcasting ? media.microphone : null);
  const troubled = media.failures.camera !== null || media.failures.microphone !== null || state.peers.some((peer) => peer.state === 'lost' || peer.state === 'failed');
  return (
    <div className="call-notices">
      {failure && <Note alert>{say(failure)} <Small onClick={() => call.dismissFailure()}>{t('dismiss')}</Small></Note>}
      {media.failures.camera && <Note alert>{t(`failure.camera.${media.failures.camera}`)}</Note>}
      {media.failures.microphone && <Note alert>{t(`failure.microphone.${media.failures.microphone}`)}</Note>}
      {me?.mutedByHost && !own.microphone && <Note alert>{t('mutedByHost')}</Note>}
      <NetworkNotes call={call} state={state} side={side} phone={phone} />
      {troubled && (
        <details className="call-help">
          <summary>{t('help')}</summary>
          <ol>{troubleshooting.map((item) => <li key={item}>{item}</li>)}</ol>
        </details>
      )}
      {room?.participants.filter(({ role, state: seat }) => role === 'LISTENER' && seat === 'ADMITTED').map((listener) => (
        <Note key={listener.id}>{t('listener.present', { name: listener.name })}</Note>
      ))}
      {room?.recording.state === 'ASKED' && (
        me && !room.recording.agreed.includes(me.id) && me.role !== 'LISTENER' ? (
          <Note alert>
            {t('recording.ask')}{' '}
            <Small onClick={() => void call.command(() => call.endpoints.agreeToRecording(true))}>{t('recording.agree')}</Small>
            <Small onClick={() => void call.command(() => call.endpoints.agreeToRecording(false))}>{t('recording.refuse')}</Small>
          </Note>
        ) : <Note>{t('recording.asked')}</Note>
      )}
      {(adviceShown || silence > SILENT_MS) && me?.role !== 'LISTENER' && own.microphone && (
        <Note>{t(silence > SILENT_MS ? 'adviceSilent' : 'advice')} {adviceShown && silence <= SILENT_MS && <Small onClick={onAdviceRead}>{t('dismiss')}</Small>}</Note>
      )}
    </div>
  );
}

/** Both sides are told what the network does, and why. */
function NetworkNotes({ call, state, side, phone }: Pick<Props, 'call' | 'state' | 'side' | 'phone'>) {
  const { t } = useCallTexts();
  const { peers, room, own } = state;
  const lost = peers.filter((peer) => peer.state === 'lost' || peer.state === 'failed');
  const now = useNow(1_000, lost.length > 0);
  const longest = Math.max(0, ...lost.map((peer) => now - (peer.lostSince ?? now)));
  const sending = peers.reduce<string>((worst, peer) => (STEPS.indexOf(peer.sending) > STEPS.indexOf(worst) ? peer.sending : worst), '720p');
  const others = (room?.participants ?? []).filter((other) => other.id !== room?.me && other.state === 'ADMITTED' && other.camera && other.broadcasting);
  const slow = others.filter(({ quality }) => quality?.rung === 'V360' || quality?.rung === 'V180');
  const voice = others.filter(({ quality }) => quality?.rung === 'AUDIO');
  const said = (people: Participant[], key: string) => people.map((other) => <Note key={`${key}${other.id}`}>{t(key, { name: other.name })}</Note>);
  return (
    <>
      {longest > CHAT_AFTER_MS && longest <= PHONE_AFTER_MS && <Note alert>{t('ladder.chat')} <Small onClick={() => call.reconnect()}>{t('reconnect')}</Small></Note>}
      {longest > PHONE_AFTER_MS && <Note alert><PhoneAdvice side={side} phone={phone} /> <Small onClick={() => call.reconnect()}>{t('reconnect')}</Small></Note>}
      {own.camera && own.broadcasting && sending === '360p' && <Note>{t('ladder.sending360')}</Note>}
      {own.camera && own.broadcasting && sending === '180p' && <Note>{t('ladder.sending180')}</Note>}
      {own.camera && own.broadcasting && sending === 'audio' && <Note>{t('ladder.sendingAudio')}</Note>}
      {said(slow, 'ladder.receiving')}
      {said(voice, 'ladder.receivingAudio')}
    </>
  );
}

/** The last resort; the doctor is told the number. */
function PhoneAdvice({ side, phone }: Pick<Props, 'side' | 'phone'>) {
  const { t } = useCallTexts();
  if (side === 'visit') return t('ladder.phonePatient');
  if (!phone) return t(phone === null ? 'ladder.phoneNone' : 'ladder.phoneUnknown');
  return <>{t('ladder.phoneStaff')} <a href={phoneLink(phone)}>{phone}</a></>;
}

const STEPS: readonly string[] = ['720p', '360p', '180p', 'audio'];

export function Note({ alert = false, children }: { alert?: boolean; children: ReactNode }) {
  return <div className={alert ? 'call-note call-note-warning' : 'call-note'} role={alert ? 'alert' : 'status'}><span>{children}</span></div>;
}

export function Small({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return <button type="button" className="call-button call-small" onClick={onClick}>{children}</button>;
}
