import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDoctors } from '@/features/scheduling/useDoctors';
import { uuidv7 } from '@/shared/api/uuid';
import { requestQuery } from '@/features/requests/api';
import type { Call } from '../model/Call';
import type { StaffRoomEndpoints } from '../model/endpoints';
import { useStore } from '../screen/hooks';
import { useCallTexts } from '../screen/texts';

/** Names a colleague who may watch; the patient is asked first. */
export function ListenerInvite({ call, staff }: { call: Call; staff: StaffRoomEndpoints }) {
  const { t } = useCallTexts();
  const [typed, setTyped] = useState('');
  const { room } = useStore(call);
  const found = useDoctors(typed);
  const request = useQuery(requestQuery(call.requestId));
  const taken = new Set([
    ...(room?.listeners.map(({ accountId }) => accountId) ?? []),
    ...(room?.participants.map(({ accountId }) => accountId) ?? []),
    request.data?.filerId, request.data?.consultantId,
  ]);
  // What was found for the letters before must not be taken for what is asked now.
  const people = typed.trim() === '' || !found.current ? [] : (found.data ?? []).filter(({ id }) => !taken.has(id)).slice(0, 6);
  return (
    <div className="invite">
      <label className="call-field">
        <span>{t('people.invite')}</span>
        <input className="call-input" type="search" value={typed} placeholder={t('people.inviteHint')} onChange={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <ul className="people" aria-label={t('people.found')}>
        {people.map(({ id, name, detail }) => (
          <li key={id}>
            <button
              type="button"
              className="invite-found"
              onClick={() => {
                setTyped('');
                void call.command(() => staff.addListener(uuidv7(), id));
              }}
            >
              <strong>{name}</strong> <span>{detail}</span>
            </button>
          </li>
        ))}
      </ul>
      {typed.trim() !== '' && found.current && found.isSuccess && people.length === 0 && <p className="block-empty">{t('people.nobody')}</p>}
    </div>
  );
}
