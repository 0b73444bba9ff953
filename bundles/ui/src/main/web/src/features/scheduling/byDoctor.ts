import type { ScheduleTemplate } from '@/shared/api/types';

export interface DoctorTemplates {
  doctorId: string;
  doctorName: string;
  templates: ScheduleTemplate[];
}

/** Templates grouped by doctor: one's own first, the others by name; within a doctor by first weekday and time, ended ones last. */
export function byDoctor(templates: readonly ScheduleTemplate[], own: string, today: string): DoctorTemplates[] {
  const groups = new Map<string, DoctorTemplates>();
  for (const template of templates) {
    const group = groups.get(template.doctorId) ?? { doctorId: template.doctorId, doctorName: template.doctorName, templates: [] };
    group.templates.push(template);
    groups.set(template.doctorId, group);
  }
  const ended = (template: ScheduleTemplate) => (template.validTo !== null && template.validTo < today ? 1 : 0);
  const first = (template: ScheduleTemplate) => `${ended(template)} ${Math.min(...template.weekdays)} ${template.start} ${template.validFrom}`;
  for (const group of groups.values()) group.templates.sort((a, b) => first(a).localeCompare(first(b)));
  return [...groups.values()].sort((a, b) => {
    if (a.doctorId === own || b.doctorId === own) return a.doctorId === own ? -1 : 1;
    return (a.doctorName ?? '').localeCompare(b.doctorName ?? '', 'ru');
  });
}
