import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { currentNotices, dismissNotice, subscribeNotices } from '@/shared/notices';

/** Short notices, read out by screen readers. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useSyncExternalStore(subscribeNotices, currentNotices);
  return (
    <div className="notices" role="region" aria-label={t('frame.notices')} aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={`notice notice-${notice.kind}`} role={notice.kind === 'error' ? 'alert' : undefined}>
          {notice.kind === 'error' ? <IconAlertTriangle size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
          <span>{notice.text}</span>
          <CloseButton size="sm" aria-label={t('frame.dismiss')} onClick={() => dismissNotice(notice.id)} />
        </div>
      ))}
    </div>
  );
}
