import { Alert, Radio, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '@/shared/components';
import type { RequestPartProps } from '@/shared/requestWindow';
import { useFormat } from '@/shared/session';
import { colleaguesQuery, handOverRequest } from '../api';
import { SlotPicker } from '../SlotPicker';
import { ActModal } from './ActModal';

/** «Передать коллеге»: to whom, and what becomes of the visit: it stays when the colleague is free then, else a time of his is chosen. */
export function HandOverModal({ request, opened, onClose }: RequestPartProps) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const colleagues = useQuery({ ...colleaguesQuery(request.id), enabled: opened });
  const [id, setId] = useState<string | null>(null);
  const [keep, setKeep] = useState(true);
  const [start, setStart] = useState<string | null>(null);
  const colleague = colleagues.data?.find((one) => one.id === id) ?? null;
  const keeps = keep && colleague?.sameTimeFree === true;
  const chosen = keeps ? request.visitStart : start;
  const timed = request.visitStart !== null;
  const context = request.consultantId === null ? 'coordinator' : undefined;
  const when = request.visitStart === null ? '' : format.dayTime(request.visitStart);
  const missing = colleague === null ? t('handOver.choose', { context }) : timed && chosen === null ? t('wizard.slot.choose') : null;
  return (
    <ActModal
      request={request}
      opened={opened}
      onClose={onClose}
      texts="handOver"
      context={context ?? (request.patientName === null ? 'doctor' : undefined)}
      act={(text) => handOverRequest(request.id, { consultantId: id!, start: chosen, text, version: request.version })}
      missing={missing}
    >
      {colleagues.isPending ? (
        <LoadingRows rows={2} />
      ) : colleagues.isError ? (
        <ErrorState error={colleagues.error} retry={() => void colleagues.refetch()} />
      ) : colleagues.data.length === 0 ? (
        <Alert color="yellow" variant="light" mb="sm">{t('handOver.nobody', { context })}</Alert>
      ) : (
        <Select
          label={t(context === undefined ? 'field.consultant' : 'field.coordinator')}
          placeholder={t('handOver.choose', { context })}
          required
          searchable
          data={colleagues.data.map((one) => ({ value: one.id, label: `${one.fullName} · ${one.position} · ${one.organisationName}` }))}
          value={id}
          onChange={(value) => {
            setId(value);
            setStart(null);
            setKeep(true);
          }}
          nothingFoundMessage={t('wizard.consultant.nothingFound')}
          mb="sm"
        />
      )}
      {timed && colleague?.sameTimeFree && (
        <Radio.Group label={t('handOver.visit')} value={keep ? 'keep' : 'other'} onChange={(value) => setKeep(value === 'keep')} mb="sm">
          <Stack gap={6} mt={4}>
            <Radio value="keep" label={t('handOver.keep', { when })} />
            <Radio value="other" label={t('handOver.other')} />
          </Stack>
        </Radio.Group>
      )}
      {timed && colleague && !colleague.sameTimeFree && <Alert color="yellow" variant="light" mb="sm">{t('handOver.busy', { when })}</Alert>}
      {timed && colleague && !keeps && <SlotPicker key={colleague.id} doctorId={colleague.id} minutes={request.visitMinutes} nextFree={colleague.nextFree} value={start} onChange={setStart} />}
    </ActModal>
  );
}
