import type { Room } from '../model/types';
import { useCallTexts } from '../screen/texts';

/** The patient's side decides about each listener. */
export function ListenerConsent({ room, onAnswer }: { room: Room | null; onAnswer: (id: string, agree: boolean) => void }) {
  const { t } = useCallTexts();
  return (
    <>
      {room?.listeners.filter(({ state }) => state === 'ASKED').map(({ id, name, position, organisation }) => (
        <div key={id} className="call-note call-note-warning listener-ask" role="alert">
          <span>{t('listener.ask', { name: [name, position, organisation].filter(Boolean).join(', ') })}</span>
          <button type="button" className="call-button call-small" onClick={() => onAnswer(id, true)}>{t('listener.agree')}</button>
          <button type="button" className="call-button call-small" onClick={() => onAnswer(id, false)}>{t('listener.refuse')}</button>
        </div>
      ))}
    </>
  );
}
