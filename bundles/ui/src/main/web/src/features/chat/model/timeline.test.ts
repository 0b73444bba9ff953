import { describe, expect, it } from 'vitest';
import { byDay, continues, firstUnread, merge, newest, unreadAbove } from './timeline';
import type { Message } from './types';

const message = (number: number, part: Partial<Message> = {}): Message => ({
  id: `m${number}`,
  number,
  at: '2026-11-22T10:00:00Z',
  authorId: 'd',
  authorName: 'Щербаков П. И.',
  authorKind: 'STAFF',
  mine: false,
  text: `${number}`,
  document: null,
  ...part,
});

const numbers = (messages: readonly Message[]) => messages.map((each) => each.number);

describe('merging messages', () => {
  it('keeps order and shows each once, whatever the order of arrival', () => {
    const known = [message(3), message(5)];
    expect(numbers(merge(known, [message(4), message(5), message(1)]))).toEqual([1, 3, 4, 5]);
  });

  it('is the same list when nothing is new, so that nothing is drawn again', () => {
    const known = [message(1), message(2)];
    expect(merge(known, [message(2)])).toBe(known);
    expect(merge(known, [])).toBe(known);
  });
});

describe('unread messages', () => {
  const messages = [message(1), message(2, { mine: true }), message(3), message(4)];

  it('are those of others above the mark', () => {
    expect(unreadAbove(messages, 1)).toBe(2);
    expect(unreadAbove(messages, 4)).toBe(0);
    expect(firstUnread(messages, 1)).toBe(3);
    expect(firstUnread(messages, 4)).toBeNull();
    expect(newest(messages)).toBe(4);
    expect(newest([])).toBe(0);
  });
});

describe('days', () => {
  it('are counted in the region’s zone', () => {
    const late = message(1, { at: '2026-11-21T20:59:00Z' });
    const midnight = message(2, { at: '2026-11-21T21:00:00Z' });
    expect(byDay([late, midnight], 'Europe/Moscow').map((day) => day.date)).toEqual(['2026-11-21', '2026-11-22']);
    expect(byDay([late, midnight], 'UTC').map((day) => day.date)).toEqual(['2026-11-21']);
  });
});

describe('a message goes on where the one before it stopped', () => {
  it('only for the same author within five minutes', () => {
    expect(continues(message(1), message(2, { at: '2026-11-22T10:04:00Z' }))).toBe(true);
    expect(continues(message(1), message(2, { at: '2026-11-22T10:05:00Z' }))).toBe(false);
    expect(continues(message(1), message(2, { authorId: 'other' }))).toBe(false);
    expect(continues(undefined, message(2))).toBe(false);
  });
});
