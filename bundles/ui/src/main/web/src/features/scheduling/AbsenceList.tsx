import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Absence } from '@/shared/api/types';
import { ErrorState, LoadingRows } from '@/shared/components';
import { notify } from '@/shared/notices';
import { AbsenceModal } from './AbsenceModal';
import { ConfirmModal } from './ConfirmModal';
import { deleteAbsence, fetchAbsences } from './endpoints';
import { useAbsenceText } from './useAbsenceText';
import type { Doctor } from './useDoctors';
import { useMayChange } from './useMayChange';

/** When the doctor is away, whatever the templates say. */
export function AbsenceList({ doctor }: { doctor: Doctor }) {
  const { t } = useTranslation('scheduling');
  const queries = useQueryClient();
  const mayChange = useMayChange()(doctor.id);
  const when = useAbsenceText();
  const [adding, setAdding] = useState(false);
  const [deleting, setDeleting] = useState<Absence | null>(null);
  const absences = useQuery({ queryKey: ['scheduling', 'absences', doctor.id], queryFn: ({ signal }) => fetchAbsences(doctor.id, signal) });
  const remove = useMutation({
    mutationFn: (absence: Absence) => deleteAbsence(absence.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['scheduling'] });
      notify('done', t('absence.deleted'));
      setDeleting(null);
    },
  });

  return (
    <section className="panel schedule-absences" aria-labelledby="absences-title">
      <div className="schedule-head">
        <h2 id="absences-title">{t('absencesOf', { name: doctor.name })}</h2>
        {mayChange && (
          <Button size="compact-xs" variant="light" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>{t('addAbsence')}</Button>
        )}
      </div>
      <div className="schedule-scroll">
        {absences.isPending && <LoadingRows rows={1} />}
        {absences.isError && <ErrorState error={absences.error} retry={() => void absences.refetch()} />}
        {absences.isSuccess && absences.data.length === 0 && <Text size="sm" c="gray.7">{t('noAbsences')}</Text>}
        <ul>
          {absences.data?.map((absence) => (
            <li key={absence.id} className="absence">
              <span>{when(absence)}</span>
              <span className="absence-reason">{t(`absence.${absence.reason}`)}</span>
              {mayChange && (
                <ActionIcon variant="subtle" color="red" aria-label={t('absence.deleteOf', { when: when(absence) })} title={t('delete')} onClick={() => setDeleting(absence)}>
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      </div>
      <AbsenceModal doctor={adding ? doctor : null} onClose={() => setAdding(false)} />
      <ConfirmModal
        target={deleting}
        title={t('absence.deleteTitle')}
        text={deleting ? t('absence.deleteText', { reason: t(`absence.${deleting.reason}`), when: when(deleting) }) : ''}
        action={t('delete')}
        mutation={remove}
        onClose={() => setDeleting(null)}
      />
    </section>
  );
}
