import { del, get, post, put, segment } from '@/shared/api/client';
import type { Absence, AbsenceReason, Calendar, ScheduleTemplate } from '@/shared/api/types';

const SCHEDULING = '/api/scheduling';

export type NewTemplate = Omit<ScheduleTemplate, 'doctorName' | 'version'>;

export interface NewAbsence {
  id: string;
  doctorId: string;
  start: string;
  end: string;
  reason: AbsenceReason;
}

export const fetchTemplates = (doctor: string | null, signal: AbortSignal): Promise<ScheduleTemplate[]> =>
  get<ScheduleTemplate[]>(`${SCHEDULING}/templates`, { doctor }, signal);

export const createTemplate = (template: NewTemplate): Promise<ScheduleTemplate> => post<ScheduleTemplate>(`${SCHEDULING}/templates`, template);

export const saveTemplate = (template: ScheduleTemplate): Promise<ScheduleTemplate> =>
  put<ScheduleTemplate>(`${SCHEDULING}/templates/${segment(template.id)}`, template);

export const deleteTemplate = (template: ScheduleTemplate): Promise<void> =>
  del(`${SCHEDULING}/templates/${segment(template.id)}`, { version: template.version });

export const fetchAbsences = (doctor: string, signal: AbortSignal): Promise<Absence[]> =>
  get<Absence[]>(`${SCHEDULING}/absences`, { doctor }, signal);

export const createAbsence = (absence: NewAbsence): Promise<Absence> => post<Absence>(`${SCHEDULING}/absences`, absence);

export const deleteAbsence = (id: string): Promise<void> => del(`${SCHEDULING}/absences/${segment(id)}`);

export const fetchCalendar = (doctor: string, from: string, to: string, signal: AbortSignal): Promise<Calendar> =>
  get<Calendar>(`${SCHEDULING}/calendar`, { doctor, from, to }, signal);
