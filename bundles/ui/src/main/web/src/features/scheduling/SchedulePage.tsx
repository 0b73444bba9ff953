import './scheduling.css';
import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingRows, PageHeader } from '@/shared/components';
import { useMe } from '@/shared/session';
import { AbsenceList } from './AbsenceList';
import { DoctorSelect } from './DoctorSelect';
import { TemplateList } from './TemplateList';
import type { Doctor } from './useDoctors';

// The calendar is the heaviest part of the page: the templates are there before it.
const CalendarPane = lazy(() => import('./CalendarPane'));

/** «Расписание»: the schedule templates of the consultants, and the calendar of one of them. */
export default function SchedulePage() {
  const { t } = useTranslation('scheduling');
  const me = useMe();
  const oneself: Doctor = { id: me.accountId, name: me.shortName, organisationId: me.organisationId, detail: '' };
  const [chosen, setChosen] = useState<Doctor | null>(null);
  const [filtered, setFiltered] = useState(false);
  const [view, setView] = useState<'calendar' | 'templates'>('calendar');
  const shown = chosen ?? oneself;

  const filter = (doctor: Doctor | null) => {
    setChosen(doctor);
    setFiltered(doctor !== null);
  };
  const show = (doctor: Doctor) => {
    setChosen(doctor);
    setView('calendar');
  };

  return (
    <div className="page page-fill schedule" data-view={view}>
      <PageHeader title={t('title')}>
        <SegmentedControl
          className="schedule-switch"
          aria-label={t('view')}
          value={view}
          onChange={(value) => setView(value as typeof view)}
          data={[{ value: 'calendar', label: t('calendar') }, { value: 'templates', label: t('templates') }]}
        />
        <div className="schedule-doctor"><DoctorSelect value={filtered ? chosen : null} onChange={filter} /></div>
      </PageHeader>
      <div className="grow schedule-panes">
        <div className="schedule-side">
          <TemplateList filter={filtered ? chosen : null} shown={shown} onShow={show} />
          <AbsenceList doctor={shown} />
        </div>
        <section className="schedule-calendar" aria-label={t('calendarOf', { name: shown.name })}>
          <Suspense fallback={<LoadingRows rows={10} height={28} />}>
            <CalendarPane key={shown.id} doctor={shown} />
          </Suspense>
        </section>
      </div>
    </div>
  );
}
