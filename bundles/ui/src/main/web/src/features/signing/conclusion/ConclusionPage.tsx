import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { EmptyState, ErrorState, LoadingRows } from '@/shared/components';
import { conclusionQuery } from '../api';
import { RequestFrame } from '../RequestFrame';
import type { SaverView } from './ConclusionSaver';
import { Editor } from './Editor';
import { SaveNote } from './SaveNote';

/** «Завершить с формированием заключения»: a page of its own, so that a call can go on beside it. */
export default function ConclusionPage() {
  const { t } = useTranslation('signing');
  const { requestId } = useParams({ strict: false }) as { requestId: string };
  const [view, setView] = useState<SaverView | null>(null);
  return (
    <RequestFrame requestId={requestId} title={t('conclusion.title')} status={view && <SaveNote view={view} />}>
      {(request) => <Body key={requestId} request={request} onView={setView} />}
    </RequestFrame>
  );
}

function Body({ request, onView }: { request: ConsultationRequest; onView: (view: SaverView) => void }) {
  const { t } = useTranslation('signing');
  const conclusion = useQuery(conclusionQuery(request.id));
  const back = <Button component={Link} to={`/requests/${request.id}`} variant="default">{t('toRequest')}</Button>;
  if (conclusion.isPending) return <LoadingRows rows={8} height={28} />;
  if (conclusion.isError) return <ErrorState error={conclusion.error} retry={() => void conclusion.refetch()} />;
  if (!conclusion.data.writable) return <EmptyState title={t('conclusion.closed')} action={back}>{t('conclusion.closedText')}</EmptyState>;
  if (!conclusion.data.finishing.includes('SIGNED')) return <EmptyState title={t('conclusion.notThisWay')} action={back} />;
  return <Editor request={request} conclusion={conclusion.data} onView={onView} />;
}
