import { describe, expect, it } from 'vitest';
import { parseDay } from './day';

describe('a typed day', () => {
  it.each(['24.11.2026', '24/11/2026', '24.11.26', '2026-11-24', ' 24 11 2026 '])('«%s» is read', (typed) => expect(parseDay(typed)).toBe('2026-11-24'));
  it.each(['', '31.02.2026', 'завтра', '24.11', '24.13.2026'])('«%s» is none', (typed) => expect(parseDay(typed)).toBeNull());
});
