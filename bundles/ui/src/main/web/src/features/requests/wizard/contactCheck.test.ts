import { expect, test } from 'vitest';
import { contactProblems, NOBODY } from './contactCheck';
import type { DraftFields } from './DraftSaver';

const fields = (change: Partial<DraftFields> = {}): DraftFields => ({
  step: 'CONTACT', personId: 'p1', represented: null, email: 'a@b.ru', phone: null, comment: null, consultantId: null, urgency: null, forms: {}, documents: [], ...change,
});
const child = { ...NOBODY, surname: 'Иванов', name: 'Миша', birthDate: '2019-05-02', sex: 'MALE' as const, relation: 'Мать' };
const TODAY = '2026-11-23';
const found = (change: Partial<DraftFields>) => Object.fromEntries(contactProblems(fields(change), 'REPRESENTATIVE', TODAY));

test('the patient alone needs an e-mail and no more', () => {
  expect(contactProblems(fields(), 'PATIENT', TODAY).size).toBe(0);
  expect(contactProblems(fields({ email: null }), 'PATIENT', TODAY).get('email')).toBe('emailMissing');
  expect(contactProblems(fields({ email: 'a@b' }), 'PATIENT', TODAY).get('email')).toBe('emailInvalid');
});

test.each(['+7 (912) 345-67-89', '8-800-555-35-35', '112233', '+49 30 901820'])('%s is a telephone number', (phone) => {
  expect(contactProblems(fields({ phone }), 'PATIENT', TODAY).size).toBe(0);
});

test.each(['12', '+7 912 345 67 89 доб. 5', 'мамин', '12345678901234567890'])('%s is none', (phone) => {
  expect(contactProblems(fields({ phone }), 'PATIENT', TODAY).get('phone')).toBe('phoneInvalid');
});

test('a represented patient needs his own data; patronymic and numbers may be missing', () => {
  expect(found({ represented: child })).toEqual({});
  expect(Object.keys(found({ represented: null })).sort()).toEqual([
    'represented/birthDate', 'represented/name', 'represented/relation', 'represented/sex', 'represented/surname',
  ]);
});

test('dates and numbers that cannot be are told', () => {
  expect(found({ represented: { ...child, birthDate: '2026-11-24' } })).toEqual({ 'represented/birthDate': 'birthDateFuture' });
  expect(found({ represented: { ...child, birthDate: '30.02' } })).toEqual({ 'represented/birthDate': 'birthDateInvalid' });
  expect(found({ represented: { ...child, snils: '112-233-445 96' } })).toEqual({ 'represented/snils': 'check-digit' });
  expect(found({ represented: { ...child, policy: '12' } })).toEqual({ 'represented/policy': 'policyInvalid' });
  expect(found({ represented: { ...child, surname: 'Иванов1' } })).toEqual({ 'represented/surname': 'name' });
});
