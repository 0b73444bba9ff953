import { useState } from 'react';
import { uuidv7 } from '@/shared/api/uuid';
import type { Call, CallState } from '../model/Call';
import type { StaffRoomEndpoints } from '../model/endpoints';
import { Note, Small } from './CallNotices';
import { useNow } from './hooks';
import { useCallTexts } from './texts';

const DELAYS = [0, 5, 10, 15, 30, 45, 60];

/** What only the doctor's side has: who waits, the ring, the delay, the recording. */
export function StaffNotices({ call, state, staff }: { call: Call; state: CallState; staff: StaffRoomEndpoints }) {
  const { t } = useCallTexts();
  const room = state.room!;
  const me = call.me;
  const waiting = room.participants.filter((participant) => participant.state === 'WAITING' && participant.id !== room.me);
  const patientHere = room.participants.some(({ role }) => role === 'PATIENT');
  return (
    <div className="call-notices">
      {waiting.map(({ id, name }) => (
        <Note key={id} alert>
          {t('waiting.one', { name })}{' '}
          {me?.host && (
            <>
              <button type="button" className="call-button call-small call-primary" aria-label={t('waiting.admitOf', { name })} onClick={() => void call.command(() => staff.admission(id, 'ADMIT'))}>{t('waiting.admit')}</button>
              <button type="button" className="call-button call-small" aria-label={t('waiting.declineOf', { name })} onClick={() => void call.command(() => staff.admission(id, 'DECLINE'))}>{t('waiting.decline')}</button>
            </>
          )}
        </Note>
      ))}
      {me?.role === 'STAFF' && !patientHere && state.phase === 'in' && <RingNote call={call} state={state} staff={staff} />}
      {me?.role === 'STAFF' && (waiting.some(({ role }) => role === 'PATIENT') || !patientHere) && state.phase === 'in' && <Delay call={call} minutes={room.delayMinutes} staff={staff} />}
    </div>
  );
}

function RingNote({ call, state, staff }: { call: Call; state: CallState; staff: StaffRoomEndpoints }) {
  const { t } = useCallTexts();
  const ring = state.room!.ring;
  const ringing = ring?.state === 'RINGING';
  // The server's clock and this one may differ: the seconds are counted from when the answer came.
  const [seen, setSeen] = useState<{ id: string; ends: number } | null>(null);
  const now = useNow(1_000, ringing);
  if (ring && ringing && seen?.id !== ring.id) setSeen({ id: ring.id, ends: Date.now() + Date.parse(ring.until) - Date.parse(ring.now) });
  if (ring && ringing) {
    const left = Math.max(0, Math.ceil(((seen?.ends ?? now) - now) / 1_000));
    return (
      <Note>
        {t('ring.calling')} {t('ring.seconds', { n: left })}{' '}
        <Small onClick={() => void call.command(() => staff.cancelRing(ring.id))}>{t('ring.cancel')}</Small>
      </Note>
    );
  }
  const outcome = ring && (ring.state === 'DECLINED' || ring.state === 'UNANSWERED' || ring.state === 'CANCELLED') ? ring.state : null;
  return (
    <Note alert={outcome === 'DECLINED' || outcome === 'UNANSWERED'}>
      {outcome ? t(`ring.${outcome}`) : t('ring.alone')}{' '}
      <Small onClick={() => void call.command(() => staff.ring(uuidv7(), call.connection))}>{t(outcome ? 'ring.again' : 'ring.call')}</Small>
    </Note>
  );
}

function Delay({ call, minutes, staff }: { call: Call; minutes: number; staff: StaffRoomEndpoints }) {
  const { t } = useCallTexts();
  const choices = DELAYS.includes(minutes) ? DELAYS : [...DELAYS, minutes].sort((a, b) => a - b);
  return (
    <label className="call-note call-delay">
      <span>{t('waiting.delay')}</span>
      <select className="call-input" value={minutes} onChange={(event) => void call.command(() => staff.delay(Number(event.currentTarget.value)))}>
        {choices.map((choice) => <option key={choice} value={choice}>{choice === 0 ? t('waiting.noDelay') : t('waiting.minutes', { n: choice })}</option>)}
      </select>
    </label>
  );
}
