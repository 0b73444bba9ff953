import { useTranslation } from 'react-i18next';
import type { ScheduleTemplate } from '@/shared/api/types';
import { StateChip } from '@/shared/components';
import { useFormat } from '@/shared/session';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** One template, dense: title, weekdays, hours, lengths, since when. */
export function TemplateFacts({ template }: { template: ScheduleTemplate }) {
  const { t } = useTranslation('scheduling');
  const format = useFormat();
  const today = format.dayKey(new Date());
  const ended = template.validTo !== null && template.validTo < today;
  const validity = template.validTo === null
    ? t('from', { date: format.localDate(template.validFrom) })
    : t('fromTo', { from: format.localDate(template.validFrom), to: format.localDate(template.validTo) });
  return (
    <div className={ended ? 'template-facts template-ended' : 'template-facts'}>
      <span className="template-title">{template.title}</span>
      <span className="template-line">
        <span className="week" role="img" aria-label={template.weekdays.map((day) => t(`weekdayFull.${day}`)).join(', ')}>
          {WEEK.map((day) => <span key={day} data-on={template.weekdays.includes(day) || undefined}>{t(`weekday.${day}`)}</span>)}
        </span>
        <span className="template-time">{template.start}–{template.end}</span>
      </span>
      <span className="template-more">
        {template.bufferMinutes === 0
          ? t('slots', { minutes: template.slotMinutes })
          : t('slotsWithBuffer', { minutes: template.slotMinutes, buffer: template.bufferMinutes })}
        {' · '}
        {validity}
        {ended && <> <StateChip tone="closed">{t('ended')}</StateChip></>}
        {template.validFrom > today && <> <StateChip tone="neutral">{t('notBegun')}</StateChip></>}
      </span>
    </div>
  );
}
