import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbsenceReason } from '@/shared/api/types';
import { uuidv7 } from '@/shared/api/uuid';
import { ErrorState } from '@/shared/components';
import { notify } from '@/shared/notices';
import { useFormat } from '@/shared/session';
import { absenceOf, type AbsenceForm, type AbsenceProblems } from './absenceRules';
import { DateField } from '@/shared/components/DateField';
import { createAbsence } from './endpoints';
import type { Doctor } from './useDoctors';

const REASONS: readonly AbsenceReason[] = ['VACATION', 'ILLNESS', 'OTHER'];

/** Enters an absence: whole days, or with times. */
export function AbsenceModal({ doctor, onClose }: { doctor: Doctor | null; onClose: () => void }) {
  const { t } = useTranslation('scheduling');
  return (
    <Modal opened={doctor !== null} onClose={onClose} title={t('absence.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {doctor && <Form doctor={doctor} onClose={onClose} />}
    </Modal>
  );
}

function Form({ doctor, onClose }: { doctor: Doctor; onClose: () => void }) {
  const { t } = useTranslation('scheduling');
  const { zone } = useFormat();
  const queries = useQueryClient();
  // One id for all tries, so that a repeated save makes nothing twice.
  const [id] = useState(() => uuidv7());
  const [form, setForm] = useState<AbsenceForm>({ startDate: null, startTime: '', endDate: null, endTime: '' });
  const [reason, setReason] = useState<AbsenceReason>('VACATION');
  const [problems, setProblems] = useState<AbsenceProblems>({});
  const save = useMutation({
    mutationFn: (span: { start: string; end: string }) => createAbsence({ id, doctorId: doctor.id, reason, ...span }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['scheduling'] });
      notify('done', t('absence.saved'));
      onClose();
    },
  });
  const change = (part: Partial<AbsenceForm>) => {
    setForm((now) => ({ ...now, ...part }));
    setProblems({});
  };
  const error = (field: keyof AbsenceForm) => problems[field] && t(`problem.${problems[field]}`);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const result = absenceOf(form, zone);
        if ('problems' in result) setProblems(result.problems);
        else save.mutate(result);
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="gray.7">{t('form.forDoctor', { name: doctor.name })}</Text>
        <Select
          label={t('absence.reason')}
          data={REASONS.map((each) => ({ value: each, label: t(`absence.${each}`) }))}
          value={reason}
          onChange={(value) => setReason((value ?? 'OTHER') as AbsenceReason)}
        />
        <SimpleGrid cols={2} spacing="sm">
          <DateField label={t('absence.startDate')} value={form.startDate} error={error('startDate')} onChange={(startDate) => change({ startDate })} />
          <TextInput label={t('absence.startTime')} placeholder="00:00" inputMode="numeric" value={form.startTime} error={error('startTime')} onChange={(event) => change({ startTime: event.currentTarget.value })} />
          <DateField label={t('absence.endDate')} value={form.endDate} error={error('endDate')} onChange={(endDate) => change({ endDate })} />
          <TextInput label={t('absence.endTime')} placeholder="24:00" inputMode="numeric" value={form.endTime} error={error('endTime')} onChange={(event) => change({ endTime: event.currentTarget.value })} />
        </SimpleGrid>
        <Text size="sm" c="gray.7">{t('absence.wholeDays')} {t('absence.note')}</Text>
        {save.isError && <ErrorState error={save.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t('common:save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
