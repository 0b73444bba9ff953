import './request.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '@/shared/api/client';
import { EmptyState, ErrorState, LoadingRows, PageHeader } from '@/shared/components';
import { byOrder, type RequestSection } from '@/shared/requestWindow';
import { useSession } from '@/shared/session';
import { requestQuery } from '../api';
import { RequestStateChip } from '../RequestStateChip';
import { ActionPanel } from './ActionPanel';

const features = import.meta.glob<RequestSection[]>('../../*/requestSections.ts', { eager: true, import: 'requestSections' });
const SECTIONS = Object.values(features).flat().sort(byOrder);

/** One request, at one glance. */
export default function RequestPage() {
  const { t } = useTranslation('requests');
  const { requestId } = useParams({ strict: false }) as { requestId: string };
  const query = useQuery(requestQuery(requestId));
  const session = useSession();

  if (!query.data) {
    return (
      <div className="page">
        <PageHeader title={t('request.title')} />
        {query.isPending ? (
          <LoadingRows rows={6} height={28} />
        ) : isApiError(query.error) && query.error.status === 404 ? (
          <EmptyState title={t('request.notFound')} action={<Button component={Link} to="/requests" variant="default">{t('request.toList')}</Button>}>
            {t('request.notFoundText')}
          </EmptyState>
        ) : (
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        )}
      </div>
    );
  }

  const request = query.data;
  const sections = SECTIONS.filter((section) => section.visible(request, session));
  const main = sections.filter((section) => section.place === 'main');
  const side = sections.filter((section) => section.place === 'side');
  return (
    <div className="page request">
      <PageHeader title={request.name}><RequestStateChip state={request.state} outcome={request.outcome} returned={request.returnReason !== null} /></PageHeader>
      {query.isRefetchError && <div className="mb"><ErrorState error={query.error} retry={() => void query.refetch()} /></div>}
      <div className="request-body">
        <div className="request-main">
          {main.map((section) => <section.component key={section.id} request={request} />)}
        </div>
        <aside className="request-side" aria-label={t('request.actions')}>
          <ActionPanel request={request} />
          {side.map((section) => <section.component key={section.id} request={request} />)}
        </aside>
      </div>
    </div>
  );
}
