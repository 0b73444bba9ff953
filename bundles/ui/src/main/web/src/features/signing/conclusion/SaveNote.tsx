import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/session';
import type { SaverView } from './ConclusionSaver';

/** Whether what is written is safe on the server. */
export function SaveNote({ view }: { view: SaverView }) {
  const { t } = useTranslation('signing');
  const format = useFormat();
  const { kind } = view.save;
  const failed = kind === 'failed' || kind === 'conflict' || kind === 'closed';
  const savedAt = view.conclusion.savedAt;
  if (kind === 'saved' && savedAt === null) return <span className="save-note" role="status">{t('save.empty')}</span>;
  const Icon = failed ? IconAlertTriangle : kind === 'saved' ? IconCloudCheck : IconCloudUp;
  return (
    <span className={failed ? 'save-note save-failed' : 'save-note'} role="status">
      <Icon size={16} aria-hidden />
      {failed ? t('save.failed') : kind === 'saved' ? t('save.saved', { time: format.time(savedAt!) }) : t('save.saving')}
    </span>
  );
}
