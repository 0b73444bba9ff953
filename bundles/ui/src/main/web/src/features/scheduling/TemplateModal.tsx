import { Button, Checkbox, Group, Modal, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '@/shared/api/client';
import type { ScheduleTemplate } from '@/shared/api/types';
import { uuidv7 } from '@/shared/api/uuid';
import { ErrorState } from '@/shared/components';
import { notify } from '@/shared/notices';
import { useFormat } from '@/shared/session';
import { parseTime } from './clock';
import { DateField } from '@/shared/components/DateField';
import { createTemplate, saveTemplate } from './endpoints';
import { checkTemplate, problemsOfServer, visitsADay, type TemplateForm, type TemplateProblems } from './templateRules';
import type { Doctor } from './useDoctors';

export interface Editing {
  doctor: Doctor;
  /** null: a new one. */
  template: ScheduleTemplate | null;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Makes or changes a schedule template. */
export function TemplateModal({ editing, onClose }: { editing: Editing | null; onClose: () => void }) {
  const { t } = useTranslation('scheduling');
  return (
    <Modal
      opened={editing !== null}
      onClose={onClose}
      size="lg"
      title={t(editing?.template ? 'form.editTemplate' : 'form.newTemplate')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {editing && <Form key={editing.template?.id ?? 'new'} editing={editing} onClose={onClose} />}
    </Modal>
  );
}

function Form({ editing: { doctor, template }, onClose }: { editing: Editing; onClose: () => void }) {
  const { t } = useTranslation('scheduling');
  const format = useFormat();
  const queries = useQueryClient();
  // One id for all tries, so that a repeated save makes nothing twice.
  const [id] = useState(() => template?.id ?? uuidv7());
  const [form, setForm] = useState<TemplateForm>(() =>
    template ?? {
      title: '', weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '13:00', slotMinutes: 30, bufferMinutes: 0, validFrom: format.dayKey(new Date()), validTo: null,
    },
  );
  const [problems, setProblems] = useState<TemplateProblems>({});
  const visits = visitsADay(form);

  const save = useMutation({
    mutationFn: () => {
      const data = {
        id,
        doctorId: doctor.id,
        title: form.title.trim(),
        weekdays: [...form.weekdays].sort(),
        start: parseTime(form.start) ?? form.start,
        end: parseTime(form.end) ?? form.end,
        slotMinutes: Number(form.slotMinutes),
        bufferMinutes: Number(form.bufferMinutes),
        validFrom: form.validFrom ?? '',
        validTo: form.validTo,
      };
      return template ? saveTemplate({ ...template, ...data }) : createTemplate(data);
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['scheduling'] });
      notify('done', t('form.saved'));
      onClose();
    },
    onError: (error) => {
      if (isApiError(error)) setProblems(problemsOfServer(error.problems));
    },
  });

  const change = (part: Partial<TemplateForm>) => {
    setForm((now) => ({ ...now, ...part }));
    setProblems((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in part))));
  };
  const error = (field: keyof TemplateForm) => problems[field] && t(`problem.${problems[field]}`);
  const tidy = (field: 'start' | 'end') => {
    const time = parseTime(form[field]);
    if (time !== null) change({ [field]: time });
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = checkTemplate(form);
        setProblems(found);
        if (Object.keys(found).length === 0) save.mutate();
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="gray.7">{t('form.forDoctor', { name: doctor.name })}</Text>
        <TextInput data-autofocus label={t('form.titleLabel')} placeholder={t('form.titleHint')} value={form.title} error={error('title')} onChange={(event) => change({ title: event.currentTarget.value })} />
        <Checkbox.Group
          label={t('form.weekdays')}
          value={form.weekdays.map(String)}
          error={error('weekdays')}
          onChange={(days) => change({ weekdays: days.map(Number) })}
        >
          <Group gap="md" mt={4}>
            {WEEK.map((day) => <Checkbox key={day} value={String(day)} label={t(`weekday.${day}`)} aria-label={t(`weekdayFull.${day}`)} />)}
          </Group>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm">
          <TextInput label={t('form.start')} inputMode="numeric" value={form.start} error={error('start')} onChange={(event) => change({ start: event.currentTarget.value })} onBlur={() => tidy('start')} />
          <TextInput label={t('form.end')} inputMode="numeric" value={form.end} error={error('end')} onChange={(event) => change({ end: event.currentTarget.value })} onBlur={() => tidy('end')} />
          <NumberInput label={t('form.slotMinutes')} min={0} max={999} step={5} allowDecimal={false} value={form.slotMinutes} error={error('slotMinutes')} onChange={(value) => change({ slotMinutes: value === '' ? '' : Number(value) })} />
          <NumberInput label={t('form.bufferMinutes')} min={0} max={999} step={5} allowDecimal={false} value={form.bufferMinutes} error={error('bufferMinutes')} onChange={(value) => change({ bufferMinutes: value === '' ? '' : Number(value) })} />
        </SimpleGrid>
        <Text size="sm" c="gray.7" role="status">{visits > 0 && t('form.result', { count: visits })}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <DateField label={t('form.validFrom')} value={form.validFrom} error={error('validFrom')} onChange={(validFrom) => change({ validFrom })} />
          <DateField label={t('form.validTo')} placeholder={t('form.validToHint')} value={form.validTo} error={error('validTo')} clearable onChange={(validTo) => change({ validTo })} />
        </SimpleGrid>
        {save.isError && <ErrorState error={save.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t('common:save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
