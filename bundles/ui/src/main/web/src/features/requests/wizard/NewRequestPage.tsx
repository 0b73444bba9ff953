import './wizard.css';
import { PageHeader } from '@/shared/components';
import { useTranslation } from 'react-i18next';
import { DraftList } from './DraftList';
import { RouteChoice } from './RouteChoice';
import { Steps } from './Steps';

/** «Подать заявку»: drafts that can be continued, and the choice of the consultation type. */
export default function NewRequestPage() {
  const { t } = useTranslation('requests');
  return (
    <div className="page wizard">
      <PageHeader title={t('wizard.title')} />
      <Steps current="ROUTE" />
      <DraftList />
      <RouteChoice />
    </div>
  );
}
