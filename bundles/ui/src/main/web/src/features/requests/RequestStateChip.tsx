import { IconBan, IconCheck, IconClock, IconWritingSign } from '@tabler/icons-react';
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

/** «В работе», «Ждут подписи», «Исполнена», «Отменена»; the outcome is in the hint. */
export function RequestStateChip({ state, outcome = null }: { state: RequestState; outcome?: Outcome | null }) {
  const { t } = useTranslation('requests');
  const { tone, icon: Icon } = LOOK[state];
  return (
    <StateChip tone={tone} icon={<Icon size={13} aria-hidden />}>
      <span title={outcome === null ? undefined : t(`outcome.${outcome}`)}>{t(`state.${state}`)}</span>
    </StateChip>
  );
}
