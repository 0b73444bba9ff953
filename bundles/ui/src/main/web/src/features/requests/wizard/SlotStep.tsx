import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '@/shared/api/client';
import { EmptyState, ErrorState, LoadingRows } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { consultantsQuery, slotsQuery } from '../api';
import { byDay, lastPage, pageOf, slotWindow } from './slots';
import { stepOfField } from './draftSteps';
import { useSubmit } from './useSubmit';
import type { StepProps } from './Wizard';

/** The time went to somebody else, or the schedule changed: another one has to be chosen. */
const CHOOSE_AGAIN = ['scheduling.slot-taken', 'scheduling.no-such-slot', 'scheduling.patient-busy'];

/** Step 5: a free slot of the consultant; submits the request. */
export function SlotStep({ saver, view, go, back }: StepProps) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const queries = useQueryClient();
  const doctorId = view.fields.consultantId ?? '';
  const consultants = useQuery(consultantsQuery(view.draft.id));
  const doctor = consultants.data?.find((other) => other.id === doctorId);
  const [base] = useState(() => Math.floor(Date.now() / 60_000) * 60_000);
  const [turned, setTurned] = useState<number | null>(null);
  const page = turned ?? (doctor?.nextFree ? Math.min(pageOf(base, doctor.nextFree), lastPage) : 0);
  const { from, to } = useMemo(() => slotWindow(base, page), [base, page]);
  const slots = useQuery({ ...slotsQuery(doctorId, from, to, view.draft.route.visitMinutes), enabled: doctorId !== '' && !consultants.isPending });
  const [start, setStart] = useState<string | null>(null);
  const [unchosen, setUnchosen] = useState(false);
  const alert = useRef<HTMLDivElement>(null);
  const days = useMemo(() => byDay(slots.data ?? [], format), [slots.data, format]);

  // A chosen time that is no longer offered cannot be saved.
  const gone = start !== null && slots.isSuccess && !slots.data.some((slot) => slot.start === start);

  const submit = useSubmit(saver);

  useEffect(() => {
    if (gone && !submit.isPending && !submit.isSuccess) setStart(null);
  }, [gone, submit.isPending, submit.isSuccess]);

  const save = () => {
    if (start === null) {
      setUnchosen(true);
      return;
    }
    submit.mutate(start, {
      onError: (error) => {
        if (isApiError(error) && CHOOSE_AGAIN.includes(error.code)) {
          setStart(null);
          void queries.invalidateQueries({ queryKey: ['scheduling', 'slots', doctorId] });
          void queries.invalidateQueries({ queryKey: consultantsQuery(view.draft.id).queryKey });
        }
        requestAnimationFrame(() => alert.current?.focus());
      },
    });
  };

  const error = submit.error;
  const again = isApiError(error) && CHOOSE_AGAIN.includes(error.code) ? error.code : null;
  const incomplete = isApiError(error, 'requests.incomplete') ? error : null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Title order={2} tabIndex={-1} mb={4}>{t('wizard.slot.title')}</Title>
      <Text size="sm" c="gray.7" mb="sm">
        {doctor && `${doctor.fullName} · `}{t('wizard.slot.length', { count: view.draft.route.visitMinutes })}
        {format.zoneNote(from) !== '' && ` · ${t('wizard.slot.zone', { zone: format.zoneNote(from) })}`}
      </Text>

      <div ref={alert} tabIndex={-1} className="slot-alert">
        {again !== null && (
          <Alert color="yellow" variant="light" role="alert" icon={<IconAlertTriangle aria-hidden />} mb="sm">
            {t(`wizard.slot.again.${again.slice('scheduling.'.length)}`)}
          </Alert>
        )}
        {incomplete && (
          <Alert color="red" variant="light" role="alert" mb="sm" title={t('wizard.slot.incomplete')}>
            <Group gap="xs" mt={4}>
              <Button size="xs" variant="default" onClick={() => void go(stepOfField(view, incomplete.problems[0]?.field ?? ''))}>{t('wizard.slot.toContact')}</Button>
            </Group>
          </Alert>
        )}
        {submit.isError && again === null && !incomplete && <div className="mb"><ErrorState error={error} retry={start === null ? undefined : save} /></div>}
      </div>

      <Group gap="xs" mb="sm" className="slot-pages">
        <Button size="xs" variant="default" disabled={page === 0} leftSection={<IconChevronLeft size={16} aria-hidden />} onClick={() => setTurned(page - 1)}>{t('wizard.slot.earlier')}</Button>
        <Text size="sm" fw={600}>{format.shortDate(from)} – {format.shortDate(to)}</Text>
        <Button size="xs" variant="default" disabled={page >= lastPage} rightSection={<IconChevronRight size={16} aria-hidden />} onClick={() => setTurned(page + 1)}>{t('wizard.slot.later')}</Button>
      </Group>

      {slots.isPending ? (
        <LoadingRows rows={6} height={32} />
      ) : slots.isError ? (
        <ErrorState error={slots.error} retry={() => void slots.refetch()} />
      ) : days.length === 0 ? (
        <EmptyState
          title={t('wizard.slot.none')}
          action={page < lastPage ? <Button variant="default" onClick={() => setTurned(page + 1)}>{t('wizard.slot.later')}</Button> : <Button variant="default" onClick={back}>{t('wizard.slot.otherConsultant')}</Button>}
        >
          {t('wizard.slot.noneText')}
        </EmptyState>
      ) : (
        <div className="slot-days">
          {days.map((day) => (
            <fieldset key={day.key} className="slot-day">
              <legend>{format.day(day.slots[0]!.start)}</legend>
              <div className="slot-times">
                {day.slots.map((slot) => (
                  <label key={slot.start} className="slot">
                    <input
                      type="radio"
                      name="slot"
                      value={slot.start}
                      checked={start === slot.start}
                      onChange={() => {
                        setStart(slot.start);
                        setUnchosen(false);
                        submit.reset();
                      }}
                    />
                    <span>{format.time(slot.start)}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      )}

      {unchosen && <Text size="sm" className="problem" role="alert" mt="xs">{t('wizard.slot.choose')}</Text>}
      <div className="wizard-foot">
        <Button variant="default" onClick={back} disabled={submit.isPending}>{t('common:back')}</Button>
        <Group gap="sm">
          {start !== null && (
            <Text size="sm" className="slot-chosen" role="status">
              {format.day(start)}, {format.timeRange(start, slots.data?.find((slot) => slot.start === start)?.minutes ?? view.draft.route.visitMinutes)}
            </Text>
          )}
          <Button type="submit" loading={submit.isPending}>{t('common:save')}</Button>
        </Group>
      </div>
    </form>
  );
}
