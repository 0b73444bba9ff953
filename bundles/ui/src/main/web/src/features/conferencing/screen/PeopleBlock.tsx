import { IconArrowBackUp, IconCrown, IconCrownOff, IconDoorExit, IconMicrophoneOff, IconScreenShare, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Call, CallState } from '../model/Call';
import type { StaffRoomEndpoints } from '../model/endpoints';
import type { Participant } from '../model/types';
import { DeviceSign } from './DeviceSign';
import { useCallTexts } from './texts';

interface Props {
  call: Call;
  state: CallState;
  /** The doctor's commands; null on the patient's page. */
  staff: StaffRoomEndpoints | null;
  /** How a colleague is found and invited. */
  invite: ReactNode;
  time: (instant: string) => string;
}

/** «Слушатели»: all who are admitted, with role and state; host's commands are plain buttons, for mouse, keyboard and touch (S126-S128, S134). */
export function PeopleBlock({ call, state, staff, invite, time }: Props) {
  const { t } = useCallTexts();
  const room = state.room!;
  const me = call.me;
  const hosting = staff !== null && me?.host === true;
  const admitted = room.participants.filter((participant) => participant.state === 'ADMITTED');
  const maySeeListeners = room.listeners.length > 0 || invite !== null;
  return (
    <section className="block block-people" aria-label={t('block.people')}>
      <h3>{t('people.admitted')}</h3>
      <ul className="people">
        {admitted.map((participant) => (
          <li key={participant.id} className="attendee" data-person={participant.id}>
            <div className="attendee-line">
              <DeviceSign kind="microphone" on={participant.broadcasting && participant.microphone} />
              <DeviceSign kind="camera" on={participant.broadcasting && participant.camera} />
              <span className="attendee-name">{participant.name}{participant.id === room.me && ` (${t('you')})`}</span>
            </div>
            <div className="attendee-state">
              {t(`role.${participant.role}`)}
              {participant.host && <>, <strong>{t('host')}</strong></>}
              {!participant.broadcasting && <>, {t('paused').toLowerCase()}</>}
              {participant.screen && <> <IconScreenShare size={14} aria-hidden /> <span className="call-hidden">{t('screenOf', { name: '' })}</span></>}
              {participant.presence === 'RECONNECTING' ? <>. {t('reconnecting')}</> : <>, {t('people.since', { time: time(participant.since) })}</>}
            </div>
            {staff && <Commands call={call} staff={staff} participant={participant} hosting={hosting} mayTake={room.lenderId === room.me && !hosting} mine={participant.id === room.me} />}
          </li>
        ))}
      </ul>
      {maySeeListeners && (
        <>
          <h3>{t('people.invited')}</h3>
          {room.listeners.length > 0 && (
            <ul className="people">
              {room.listeners.map((listener) => (
                <li key={listener.id} className="attendee">
                  <div className="attendee-line">
                    <span className="attendee-name">{listener.name}</span>
                    {staff && (
                      <button type="button" className="call-icon" aria-label={t('people.remove', { name: listener.name })} title={t('people.remove', { name: listener.name })} onClick={() => void call.command(() => staff.removeListener(listener.id))}>
                        <IconX size={16} aria-hidden />
                      </button>
                    )}
                  </div>
                  <div className="attendee-state">{[listener.position, listener.organisation].filter(Boolean).join(' · ')} {t(`people.${listener.state}`)}</div>
                </li>
              ))}
            </ul>
          )}
          {invite}
        </>
      )}
    </section>
  );
}

interface CommandsProps {
  call: Call;
  staff: StaffRoomEndpoints;
  participant: Participant;
  hosting: boolean;
  mayTake: boolean;
  mine: boolean;
}

function Commands({ call, staff, participant, hosting, mayTake, mine }: CommandsProps) {
  const { t } = useCallTexts();
  const { id, name } = participant;
  if (mine) {
    return mayTake ? (
      <div className="attendee-actions">
        <button type="button" className="call-button call-small" onClick={() => void call.command(() => staff.host(id))}>
          <IconCrownOff size={16} aria-hidden /> {t('people.take')}
        </button>
      </div>
    ) : null;
  }
  if (!hosting) return null;
  return (
    <div className="attendee-actions">
      {participant.role === 'STAFF' && (
        <button type="button" className="call-button call-small" aria-label={t('people.handOf', { name })} onClick={() => void call.command(() => staff.host(id))}>
          <IconCrown size={16} aria-hidden /> {t('people.hand')}
        </button>
      )}
      {participant.microphone && participant.role !== 'LISTENER' && (
        <button type="button" className="call-button call-small" aria-label={t('people.muteOf', { name })} onClick={() => void call.command(() => staff.mute(id))}>
          <IconMicrophoneOff size={16} aria-hidden /> {t('people.mute')}
        </button>
      )}
      <button type="button" className="call-button call-small" aria-label={t('waiting.backOf', { name })} onClick={() => void call.command(() => staff.admission(id, 'WAIT'))}>
        <IconArrowBackUp size={16} aria-hidden /> {t('waiting.back')}
      </button>
      <button type="button" className="call-icon" aria-label={t('waiting.declineOf', { name })} title={t('waiting.decline')} onClick={() => void call.command(() => staff.admission(id, 'DECLINE'))}>
        <IconDoorExit size={16} aria-hidden />
      </button>
    </div>
  );
}
