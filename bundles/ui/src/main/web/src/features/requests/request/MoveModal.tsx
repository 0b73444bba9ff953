import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestPartProps } from '@/shared/requestWindow';
import { moveVisit } from '../api';
import { SlotPicker } from '../SlotPicker';
import { ActModal } from './ActModal';

/** «Перенести приём»: another free time of the same consultant. */
export function MoveModal({ request, opened, onClose }: RequestPartProps) {
  const { t } = useTranslation('requests');
  const [start, setStart] = useState<string | null>(null);
  return (
    <ActModal
      request={request}
      opened={opened}
      onClose={onClose}
      texts="move"
      act={(text) => moveVisit(request.id, { start: start!, text, version: request.version })}
      missing={start === null ? t('wizard.slot.choose') : null}
    >
      {opened && request.consultantId !== null && <SlotPicker doctorId={request.consultantId} minutes={request.visitMinutes} nextFree={null} value={start} onChange={setStart} />}
    </ActModal>
  );
}
