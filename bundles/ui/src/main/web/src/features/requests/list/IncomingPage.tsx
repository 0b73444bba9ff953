import './list.css';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/components';
import { RequestList } from './RequestList';
import { Today } from './Today';

/** The first screen of the day: today's visits, and below them everything that waits for oneself. */
export default function IncomingPage() {
  const { t } = useTranslation();
  return (
    <div className="page page-fill incoming">
      <PageHeader title={t('menu.incoming')} />
      <Today />
      <RequestList box="INCOMING" label={t('menu.incoming')} />
    </div>
  );
}
