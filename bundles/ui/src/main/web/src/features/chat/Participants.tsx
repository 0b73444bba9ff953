import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/session';
import type { Participant } from './model/types';

/** «Пациент: Иванова А. П. · Врач: Щербаков П. И. (Вы)» */
export function Participants({ participants }: { participants: readonly Participant[] }) {
  const { t } = useTranslation('chat');
  const { accountId } = useMe();
  const order = (participant: Participant) => (participant.kind === 'PATIENT' ? 0 : 1);
  return (
    <ul className="chat-participants" aria-label={t('participants')}>
      {[...participants].sort((a, b) => order(a) - order(b)).map((participant) => (
        <li key={participant.id}>
          <span className="chat-kind">{t(participant.kind)}: </span>
          {participant.name ?? t('unknownDoctor')}
          {participant.id === accountId && ` (${t('you')})`}
        </li>
      ))}
    </ul>
  );
}
