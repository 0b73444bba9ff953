import './signing.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { requestQuery } from '@/features/requests/api';
import { isApiError } from '@/shared/api/client';
import type { ConsultationRequest } from '@/shared/api/types';
import { EmptyState, ErrorState, LoadingRows, PageHeader } from '@/shared/components';

interface Props {
  requestId: string;
  title: string;
  /** At the right of the heading. */
  status?: ReactNode;
  children: (request: ConsultationRequest) => ReactNode;
}

/** A page that belongs to a request: its heading leads back to it. */
export function RequestFrame({ requestId, title, status, children }: Props) {
  const { t } = useTranslation('signing');
  const request = useQuery(requestQuery(requestId));
  const { data } = request;
  return (
    <div className="page signing">
      <PageHeader title={title} description={data && <Link to={`/requests/${requestId}`}>{data.name}</Link>}>{status}</PageHeader>
      {data ? children(data) : request.isPending ? (
        <LoadingRows rows={6} height={28} />
      ) : isApiError(request.error) && request.error.status === 404 ? (
        <EmptyState title={t('noRequest')} action={<Button component={Link} to="/requests" variant="default">{t('toRequests')}</Button>} />
      ) : (
        <ErrorState error={request.error} retry={() => void request.refetch()} />
      )}
    </div>
  );
}
