import './wizard.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '@/shared/api/client';
import { EmptyState, ErrorState, LoadingRows, PageHeader } from '@/shared/components';
import { draftQuery } from '../api';
import { Wizard } from './Wizard';

/** A draft is continued where it was left. */
export default function DraftPage() {
  const { t } = useTranslation('requests');
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const draft = useQuery(draftQuery(draftId));
  if (draft.data) return <Wizard key={draft.data.id} draft={draft.data} />;
  return (
    <div className="page wizard">
      <PageHeader title={t('wizard.title')} />
      {draft.isPending ? (
        <LoadingRows rows={5} height={32} />
      ) : isApiError(draft.error) && draft.error.status === 404 ? (
        <DraftGone />
      ) : (
        <ErrorState error={draft.error} retry={() => void draft.refetch()} />
      )}
    </div>
  );
}

export function DraftGone() {
  const { t } = useTranslation('requests');
  return (
    <EmptyState
      title={t('wizard.gone')}
      action={<Button component={Link} to="/new">{t('wizard.startNew')}</Button>}
    >
      {t('wizard.goneText')} <Link to="/outgoing">{t('wizard.goneOutgoing')}</Link>
    </EmptyState>
  );
}
