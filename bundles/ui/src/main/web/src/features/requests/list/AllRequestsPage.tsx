import './list.css';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/components';
import { RequestList } from './RequestList';

export default function AllRequestsPage() {
  const { t } = useTranslation();
  return (
    <div className="page page-fill">
      <PageHeader title={t('menu.requests')} />
      <RequestList box="ALL" label={t('menu.requests')} />
    </div>
  );
}
