import { expect, it } from 'vitest';
import { nameOfFile } from './files';

const at = new Date(2026, 10, 22, 9, 5, 7);

it('gives a pasted picture a name of its own', () => {
  expect(nameOfFile(new File(['x'], 'image.png', { type: 'image/png' }), at)).toBe('2026-11-22 09-05-07.png');
  expect(nameOfFile(new File(['x'], '', { type: 'image/jpeg' }), at)).toBe('2026-11-22 09-05-07.jpg');
});

it('keeps the name of every other file', () => {
  expect(nameOfFile(new File(['x'], 'Анализ.pdf', { type: 'application/pdf' }), at)).toBe('Анализ.pdf');
});
