import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/features/requests/request/Section';
import type { ConsultationRequest } from '@/shared/api/types';
import { LoadingRows } from '@/shared/components';

const RequestConclusions = lazy(() => import('../documents/RequestConclusions').then((module) => ({ default: module.RequestConclusions })));

/** «Документы» of the request: its conclusions. */
export function ConclusionsSection({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('signing');
  return (
    <Section id="conclusions" title={t('documents.title')}>
      <Suspense fallback={<LoadingRows rows={2} />}><RequestConclusions request={request} /></Suspense>
    </Section>
  );
}
