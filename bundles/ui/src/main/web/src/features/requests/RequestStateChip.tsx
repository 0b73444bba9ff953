import { IconArrowBackUp, IconBan, IconCheck, IconClock, IconWritingSign } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Outcome, RequestState } from '@/shared/api/types';
import { StateChip, type Tone } from '@/shared/components';

const LOOK: Record<RequestState, { tone: Tone; icon: typeof IconClock }> = {
  DRAFT: { tone: 'neutral', icon: IconClock },
  IN_WORK: { tone: 'info', icon: IconClock },
  AWAITING_SIGNATURE: { tone: 'warning', icon: IconWritingSign },
  EXECUTED: { tone: 'closed', icon: IconCheck },
  CANCELLED: { tone: 'bad', icon: IconBan },
};

const RETURNED: { tone: Tone; icon: typeof IconClock } = { tone: 'warning', icon: IconArrowBackUp };

/** «На доработке» while it is with its filer; else «В работе», «Ждут подписи», «Исполнена», «Отменена»; the outcome is in the hint. */
export function RequestStateChip({ state, outcome = null, returned = false }: { state: RequestState; outcome?: Outcome | null; returned?: boolean }) {
  const { t } = useTranslation('requests');
  const { tone, icon: Icon } = returned ? RETURNED : LOOK[state];
  return (
    <StateChip tone={tone} icon={<Icon size={13} aria-hidden />}>
      <span title={outcome === null ? undefined : t(`outcome.${outcome}`)}>{t(returned ? 'state.RETURNED' : `state.${state}`)}</span>
    </StateChip>
  );
}
