import { describe, expect, it } from 'vitest';
import { faq, searchFaq } from './faq';

const questions = (search: string) => searchFaq(faq('ru'), search).flatMap((section) => section.items.map((item) => item.id));
const shape = (language: 'ru' | 'en') => faq(language).map((section) => [section.id, ...section.items.map((item) => `${item.id} ${item.answer.length}`)]);

describe('the answers', () => {
  it('are the same in both languages', () => {
    expect(shape('en')).toEqual(shape('ru'));
  });

  it('name every requirement of the workplace', () => {
    const text = JSON.stringify(faq('ru'));
    for (const words of ['Intel Core i3', '2 Гб', '5 Мп', 'Гарнитура с микрофоном', 'Google Chrome 54.0', 'Яндекс Браузер 14', 'Mozilla Firefox 54', 'Opera 30', 'Microsoft Edge 41']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('ВНИМАНИЕ! Работа в Internet Explorer не поддерживается.');
  });

  it('hold the six hints in their order', () => {
    const hints = faq('ru').find((section) => section.id === 'video')!.items[0]!.answer[1] as { steps: string[] };
    const beginnings = ['Обновите страницу', 'Проверьте разрешения', 'Проверьте, что камера', 'Подключиться из другого', 'Блокировать видео', 'Блокировка видео'];
    expect(hints.steps).toHaveLength(6);
    hints.steps.forEach((step, index) => expect(step.startsWith(beginnings[index]!)).toBe(true));
  });
});

describe('the search', () => {
  it('looks into questions and answers, whatever the case and ё', () => {
    expect(questions('замочек')).toContain('find-request');
    expect(questions('ПОДТВЕРЖДЕННЫМ covid')).toEqual(['covid']);
    expect(questions('adblock')).toEqual(['trouble']);
  });

  it('finds nothing for what is not there and all for nothing', () => {
    expect(questions('телепортация')).toEqual([]);
    expect(questions(' ').length).toBe(faq('ru').flatMap((section) => section.items).length);
  });
});
