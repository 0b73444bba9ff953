import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/session';
import { dateIn } from './model/timeline';

/** «Сегодня», «Вчера», «понедельник, 23 ноября», with the year when it is another one. */
export function useDayTitle(): (date: string) => string {
  const { t } = useTranslation('chat');
  const format = useFormat();
  return useCallback(
    (date: string) => {
      const now = Date.now();
      if (date === dateIn(format.zone, now)) return t('today');
      if (date === dateIn(format.zone, now - 86_400_000)) return t('yesterday');
      const sameYear = date.slice(0, 4) === dateIn(format.zone, now).slice(0, 4);
      return new Intl.DateTimeFormat(format.language === 'ru' ? 'ru-RU' : 'en-GB', {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'long',
        ...(sameYear ? { weekday: 'long' } : { year: 'numeric' }),
      }).format(new Date(`${date}T00:00:00Z`));
    },
    [format, t],
  );
}
