import { expect, it } from 'vitest';
import { titleWithUnread } from './title';

it('says in the title how many messages wait', () => {
  expect(titleWithUnread('Ваша консультация', 0)).toBe('Ваша консультация');
  expect(titleWithUnread('Ваша консультация', 3)).toBe('(3) Ваша консультация');
});
