import { expect, test } from 'vitest';
import { uuidv7 } from './uuid';

test('is a version 7 UUID that begins with the time', () => {
  const id = uuidv7(0x0190a1b2c3d4);
  expect(id).toMatch(/^0190a1b2-c3d4-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('sorts by time and never repeats', () => {
  expect(uuidv7(1_000) < uuidv7(2_000)).toBe(true);
  expect(new Set(Array.from({ length: 1_000 }, () => uuidv7(5))).size).toBe(1_000);
});
