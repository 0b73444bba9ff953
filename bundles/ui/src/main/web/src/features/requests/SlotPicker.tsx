import './wizard/wizard.css';
import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingRows } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { slotsQuery } from './api';
import { byDay, lastPage, pageOf, slotWindow } from './wizard/slots';

interface Props {
  doctorId: string;
  /** How long the visit takes at least. */
  minutes: number;
  /** The first free time of the doctor when it is known: there the list begins. */
  nextFree: string | null;
  value: string | null;
  onChange: (start: string | null) => void;
}

/** A free time of a doctor, by days; what is taken meanwhile is not chosen any more. */
export function SlotPicker({ doctorId, minutes, nextFree, value, onChange }: Props) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const name = useId();
  const [base] = useState(() => Math.floor(Date.now() / 60_000) * 60_000);
  const [turned, setTurned] = useState<number | null>(null);
  const page = turned ?? (nextFree ? Math.min(pageOf(base, nextFree), lastPage) : 0);
  const { from, to } = useMemo(() => slotWindow(base, page), [base, page]);
  const slots = useQuery(slotsQuery(doctorId, from, to, minutes));
  const days = useMemo(() => byDay(slots.data ?? [], format), [slots.data, format]);
  const gone = value !== null && slots.isSuccess && !slots.data.some((slot) => slot.start === value);
  useEffect(() => {
    if (gone) onChange(null);
  }, [gone, onChange]);
  return (
    <div className="mb">
      <Group gap="xs" mb="xs" className="slot-pages">
        <Button size="xs" variant="default" disabled={page === 0} leftSection={<IconChevronLeft size={16} aria-hidden />} onClick={() => setTurned(page - 1)}>{t('wizard.slot.earlier')}</Button>
        <Text size="sm" fw={600}>{format.shortDate(from)} – {format.shortDate(to)}</Text>
        <Button size="xs" variant="default" disabled={page >= lastPage} rightSection={<IconChevronRight size={16} aria-hidden />} onClick={() => setTurned(page + 1)}>{t('wizard.slot.later')}</Button>
      </Group>
      {slots.isPending ? (
        <LoadingRows rows={4} height={32} />
      ) : slots.isError ? (
        <ErrorState error={slots.error} retry={() => void slots.refetch()} />
      ) : days.length === 0 ? (
        <EmptyState title={t('wizard.slot.none')} />
      ) : (
        <div className="slot-days slot-scroll" tabIndex={0} role="group" aria-label={t('wizard.slot.title')}>
          {days.map((day) => (
            <fieldset key={day.key} className="slot-day">
              <legend>{format.day(day.slots[0]!.start)}</legend>
              <div className="slot-times">
                {day.slots.map((slot) => (
                  <label key={slot.start} className="slot">
                    <input type="radio" name={name} value={slot.start} checked={value === slot.start} onChange={() => onChange(slot.start)} />
                    <span>{format.time(slot.start)}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      )}
    </div>
  );
}
