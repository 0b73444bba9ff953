import { Alert, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '@/shared/components';
import type { RequestPartProps } from '@/shared/requestWindow';
import { acceptRequest, assignableQuery } from '../api';
import { ActModal } from './ActModal';

/** «Принять»: the next stage begins; where the stage asks for it, the coordinator names who consults. */
export function AcceptModal({ request, opened, onClose }: RequestPartProps) {
  const { t } = useTranslation('requests');
  const { assign } = request.rights;
  const doctors = useQuery({ ...assignableQuery(request.id), enabled: opened && assign });
  const [id, setId] = useState<string | null>(null);
  return (
    <ActModal
      request={request}
      opened={opened}
      onClose={onClose}
      texts="accept"
      context={assign ? 'assign' : undefined}
      reasonRequired={false}
      act={(text) => acceptRequest(request.id, { consultantId: id, text: text || null, version: request.version })}
      missing={assign && id === null ? t('handOver.choose') : null}
    >
      {assign && doctors.isPending && <LoadingRows rows={2} />}
      {doctors.isError && <ErrorState error={doctors.error} retry={() => void doctors.refetch()} />}
      {doctors.data?.length === 0 && <Alert color="yellow" variant="light" mb="sm">{t('accept.nobody')}</Alert>}
      {doctors.data !== undefined && doctors.data.length > 0 && (
        <Select
          label={t('field.consultant')}
          placeholder={t('handOver.choose')}
          required
          searchable
          data={doctors.data.map((one) => ({ value: one.id, label: [one.fullName, one.position, one.organisationName].filter(Boolean).join(' · ') }))}
          value={id}
          onChange={setId}
          nothingFoundMessage={t('wizard.consultant.nothingFound')}
          mb="sm"
        />
      )}
    </ActModal>
  );
}
