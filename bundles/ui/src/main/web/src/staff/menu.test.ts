import { expect, test } from 'vitest';
import ru from '@/shared/i18n/ru.json';
import { MENU } from './menu';

test('the nine tabs, in the order and words of the manual', () => {
  expect(MENU.map((item) => ru.menu[item.id])).toEqual([
    'Подать заявку', 'Сообщения', 'Заявки', 'Входящие', 'Исходящие', 'Пользователи', 'Расписание', 'Документы', 'Помощь',
  ]);
});
