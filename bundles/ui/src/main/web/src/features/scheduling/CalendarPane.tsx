import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import './calendar.css';
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import FullCalendar, { type CalendarRef, type DatesSetInfo } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import enGb from '@fullcalendar/react/locales/en-gb';
import ru from '@fullcalendar/react/locales/ru';
import classic from '@fullcalendar/react/themes/classic';
import timeGrid from '@fullcalendar/react/timegrid';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { zoneName } from '@/shared/zone';
import { calendarEvents } from './calendarEvents';
import { fetchCalendar } from './endpoints';
import { shownHours } from './spans';
import type { Doctor } from './useDoctors';

type View = 'timeGridDay' | 'timeGridWeek' | 'dayGridMonth';

const PLUGINS = [classic, timeGrid, dayGrid];
const LOCALES = [ru, enGb];
/** «№ 2026-000123 · Иванова А. П. · Терапия»: the surname is what a narrow column has room for, the rest stands in the tooltip. */
const surnameOf = (title: string): string => title.split(' · ')[1]?.split(' ')[0] ?? title;
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;

/** The calendar of one doctor in the region's time: free hours, consultations, absences (S031). */
export default function CalendarPane({ doctor }: { doctor: Doctor }) {
  const { t } = useTranslation('scheduling');
  const format = useFormat();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [view, setView] = useState<View>(narrow ? 'timeGridDay' : 'timeGridWeek');
  const [range, setRange] = useState<{ from: string; to: string; title: string } | null>(null);
  const calendar = useRef<CalendarRef>(null);
  const query = useQuery({
    queryKey: ['scheduling', 'calendar', doctor.id, range?.from, range?.to],
    queryFn: ({ signal }) => fetchCalendar(doctor.id, range!.from, range!.to, signal),
    enabled: range !== null,
    placeholderData: keepPreviousData,
  });

  const hours = shownHours(query.data, format.zone);
  const events = useMemo(
    () =>
      query.data === undefined
        ? []
        : calendarEvents(
            query.data,
            { free: t('cal.free'), busy: t('cal.busy'), absent: t('cal.absent'), reason: (reason) => t(`absence.${reason}`) },
            Date.now(),
            view === 'dayGridMonth',
          ),
    [query.data, t, view],
  );
  const empty = query.isSuccess && !query.isPlaceholderData && events.length === 0;

  const datesSet = useCallback((info: DatesSetInfo) => {
    setRange({ from: info.start.toISOString(), to: info.end.toISOString(), title: info.view.title });
  }, []);
  const change = (next: View) => {
    setView(next);
    calendar.current?.getApi().changeView(next);
  };

  return (
    <>
      <div className="cal-toolbar">
        <div className="cal-nav">
          <ActionIcon variant="default" size={32} aria-label={t('cal.prev')} title={t('cal.prev')} onClick={() => calendar.current?.getApi().prev()}><IconChevronLeft size={18} aria-hidden /></ActionIcon>
          <Button variant="default" size="xs" h={32} onClick={() => calendar.current?.getApi().today()}>{t('cal.today')}</Button>
          <ActionIcon variant="default" size={32} aria-label={t('cal.next')} title={t('cal.next')} onClick={() => calendar.current?.getApi().next()}><IconChevronRight size={18} aria-hidden /></ActionIcon>
        </div>
        <h2 className="cal-title" aria-live="polite">{range?.title ?? ''} <span className="cal-doctor">{doctor.name}</span></h2>
        <SegmentedControl
          size="xs"
          aria-label={t('cal.views')}
          value={view}
          onChange={(value) => change(value as View)}
          data={[{ value: 'timeGridDay', label: t('cal.day') }, { value: 'timeGridWeek', label: t('cal.week') }, { value: 'dayGridMonth', label: t('cal.month') }]}
        />
      </div>
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {/* Scrolled by us and not by the calendar: its own scroller takes no focus, and without a mouse nobody could reach the evening. */}
      <div className="cal-body" aria-busy={query.isFetching} role="region" aria-label={range?.title ?? doctor.name} tabIndex={0}>
        <FullCalendar
          ref={calendar}
          plugins={PLUGINS}
          locales={LOCALES}
          locale={format.language === 'ru' ? 'ru' : 'en-gb'}
          timeZone={format.zone}
          initialView={view}
          headerToolbar={false}
          height={view === 'dayGridMonth' ? '100%' : 'auto'}
          tableHeaderSticky
          firstDay={1}
          allDaySlot={false}
          nowIndicator
          eventDisplay="block"
          slotMinTime={clock(hours.from)}
          slotMaxTime={clock(hours.to)}
          slotDuration="00:30:00"
          slotHeaderInterval="01:00:00"
          slotHeaderFormat={{ hour: 'numeric', minute: '2-digit', hour12: false }}
          eventTimeFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
          dayMaxEvents={4}
          moreLinkText={(count: number) => t('cal.more', { count })}
          events={events}
          datesSet={datesSet}
          eventContent={(info) => {
            if (info.event.display === 'background') return info.event.title;
            const { title } = info.event;
            return (
              <span className="cal-event" title={`${info.timeText} ${title}`.trim()}>
                {info.event.start && !info.event.extendedProps.wholeDays && <b>{format.time(info.event.start.toISOString())}</b>} {info.view.type === 'timeGridDay' ? title : surnameOf(title)}
              </span>
            );
          }}
          eventClick={(info) => {
            if (!info.event.url) return;
            info.jsEvent.preventDefault();
            void navigate({ to: info.event.url });
          }}
        />
        {empty && <p className="cal-empty" role="status">{t('cal.empty')}</p>}
      </div>
      <ul className="cal-legend" aria-label={t('cal.legend')}>
        <li><span className="swatch cal-free" aria-hidden />{t('cal.free')}</li>
        <li><span className="swatch cal-visit" aria-hidden />{t('cal.visit')}</li>
        <li><span className="swatch cal-busy" aria-hidden />{t('cal.busy')}</li>
        <li><span className="swatch cal-absence" aria-hidden />{t('cal.absent')}</li>
        <li className="cal-zone">{t('cal.zone', { zone: zoneName(format.zone, format.language === 'ru' ? 'ru-RU' : 'en-GB', new Date()) })}</li>
      </ul>
    </>
  );
}
