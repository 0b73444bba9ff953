import { Button, Group, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { put, segment } from '@/shared/api/client';
import type { ConsultationRequest, IdentificationMethod } from '@/shared/api/types';
import { ErrorState } from '@/shared/components';
import { useFormat } from '@/shared/session';

const METHODS: readonly IdentificationMethod[] = ['ESIA', 'DOCUMENT', 'PERSONALLY'];

/** At the start of the visit the doctor marks with one click how the patient was identified; it can be corrected the same way. */
export function IdentificationSection({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('conferencing');
  const format = useFormat();
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: (method: IdentificationMethod) => put(`/api/requests/${segment(request.id)}/identification`, { method }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['requests', 'one', request.id] }),
  });
  const chosen = request.identification?.method ?? null;
  return (
    <section className="panel" aria-labelledby="identification-title">
      <Title order={2} id="identification-title" mb={8}>{t('identified.title')}</Title>
      <p className="action-note" role="status">
        {request.identification
          ? t('identified.by', { method: t(`identified.${request.identification.method}`), at: format.dateTime(request.identification.at) })
          : t(request.rights.identify ? 'identified.question' : 'identified.none')}
      </p>
      {request.rights.identify && (
        <Group gap={6} mt={8} role="group" aria-label={t('identified.question')}>
          {METHODS.map((method) => (
            <Button
              key={method}
              size="xs"
              variant={chosen === method ? 'light' : 'default'}
              aria-pressed={chosen === method}
              leftSection={chosen === method ? <IconCheck size={14} aria-hidden /> : undefined}
              loading={mark.isPending && mark.variables === method}
              onClick={() => chosen !== method && mark.mutate(method)}
            >
              {t(`identified.${method}`)}
            </Button>
          ))}
        </Group>
      )}
      {mark.isError && <ErrorState error={mark.error} />}
    </section>
  );
}
