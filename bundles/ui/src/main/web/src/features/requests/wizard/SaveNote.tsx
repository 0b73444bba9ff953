import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/session';
import type { SaveState } from './DraftSaver';

/** Whether the draft is safe on the server. */
export function SaveNote({ save, updatedAt }: { save: SaveState; updatedAt: string }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  if (save.kind === 'gone') return null;
  const failed = save.kind === 'failed' || save.kind === 'conflict';
  const Icon = failed ? IconAlertTriangle : save.kind === 'saved' ? IconCloudCheck : IconCloudUp;
  return (
    <span className={failed ? 'save-note save-failed' : 'save-note'} role="status">
      <Icon size={16} aria-hidden />
      {failed ? t('wizard.save.failed') : save.kind === 'saved' ? t('wizard.save.saved', { time: format.time(updatedAt) }) : t('wizard.save.saving')}
    </span>
  );
}
