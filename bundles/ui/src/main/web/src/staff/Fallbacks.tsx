import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, PageHeader } from '@/shared/components';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader title={t('frame.notFound')} />
      <EmptyState title={t('frame.notFoundText')} action={<Link to="/incoming">{t('frame.toIncoming')}</Link>} />
    </div>
  );
}

export function PageCrashed() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader title={t('frame.crashed')} />
      <EmptyState
        title={t('frame.crashedText')}
        action={<Button onClick={() => window.location.reload()}>{t('frame.reload')}</Button>}
      />
    </div>
  );
}
