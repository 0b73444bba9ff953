import './list.css';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/components';
import { RequestList } from './RequestList';

export default function OutgoingPage() {
  const { t } = useTranslation();
  return (
    <div className="page page-fill">
      <PageHeader title={t('menu.outgoing')} />
      <RequestList box="OUTGOING" label={t('menu.outgoing')} />
    </div>
  );
}
