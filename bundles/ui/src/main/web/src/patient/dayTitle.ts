import { dateIn } from '@/features/chat/model/timeline';
import type { Language } from '@/shared/format';
import type { Texts } from './language';

/** «Сегодня», «Вчера», «24 ноября», «24 ноября 2025 г.» */
export function dayTitle(date: string, timeZone: string, language: Language, texts: Texts, now: Date = new Date()): string {
  if (date === dateIn(timeZone, now)) return texts.chat.today;
  if (date === dateIn(timeZone, now.getTime() - 86_400_000)) return texts.chat.yesterday;
  const sameYear = date.slice(0, 4) === dateIn(timeZone, now).slice(0, 4);
  return new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(`${date}T00:00:00Z`));
}
