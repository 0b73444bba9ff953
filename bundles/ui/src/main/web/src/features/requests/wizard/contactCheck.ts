import type { Audience, Represented } from '@/shared/api/types';
import { hasRightCheckDigit, isEmail, isPhone, isPossible } from '../identifiers';
import type { DraftFields } from './DraftSaver';

/** The same limits as the server's. */
export const COMMENT_LIMIT = 1000;
export const NAME_LIMIT = 100;
export const RELATION_LIMIT = 200;
const NAME = /^\p{L}[\p{L}\p{M} '’.-]*$/u;
const EARLIEST = '1900-01-01';

export const NOBODY: Represented = {
  surname: null, name: null, patronymic: null, birthDate: null, sex: null, snils: null, policy: null, relation: null,
};

/** What the step asks: a route may ask for the represented patient in a step of his own. */
export type ContactPart = 'both' | 'contact' | 'represented';

export type ContactField =
  | 'email' | 'phone' | 'comment' | 'represented/surname' | 'represented/name' | 'represented/patronymic' | 'represented/birthDate'
  | 'represented/sex' | 'represented/snils' | 'represented/policy' | 'represented/relation';

/** What keeps the step from being left: the field and why (a key of `wizard.problem`). */
export function contactProblems(
  fields: DraftFields, audience: Audience, today: string, part: ContactPart = 'both',
): Map<ContactField, string> {
  const problems = new Map<ContactField, string>();
  if (part !== 'represented') {
    const email = (fields.email ?? '').trim();
    if (email === '') problems.set('email', 'emailMissing');
    else if (!isEmail(email)) problems.set('email', 'emailInvalid');
    const phone = (fields.phone ?? '').trim();
    if (phone !== '' && !isPhone(phone)) problems.set('phone', 'phoneInvalid');
    if ((fields.comment ?? '').length > COMMENT_LIMIT) problems.set('comment', 'too-long');
  }
  if (audience !== 'REPRESENTATIVE' || part === 'contact') return problems;

  const patient = fields.represented ?? NOBODY;
  for (const part of ['surname', 'name', 'patronymic'] as const) {
    const typed = patient[part]?.trim() ?? '';
    if (typed === '' && part !== 'patronymic') problems.set(`represented/${part}`, 'required');
    else if (typed !== '' && !NAME.test(typed)) problems.set(`represented/${part}`, 'name');
  }
  const birthDate = patient.birthDate ?? '';
  if (birthDate === '') problems.set('represented/birthDate', 'birthDateMissing');
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) problems.set('represented/birthDate', 'birthDateInvalid');
  else if (birthDate > today) problems.set('represented/birthDate', 'birthDateFuture');
  else if (birthDate < EARLIEST) problems.set('represented/birthDate', 'birthDateOld');
  if (patient.sex === null) problems.set('represented/sex', 'required');
  if (patient.snils) {
    if (!isPossible('SNILS', patient.snils)) problems.set('represented/snils', 'snilsInvalid');
    else if (!hasRightCheckDigit('SNILS', patient.snils)) problems.set('represented/snils', 'check-digit');
  }
  if (patient.policy) {
    if (!isPossible('POLICY', patient.policy)) problems.set('represented/policy', 'policyInvalid');
    else if (!hasRightCheckDigit('POLICY', patient.policy)) problems.set('represented/policy', 'check-digit');
  }
  if (!patient.relation?.trim()) problems.set('represented/relation', 'required');
  return problems;
}
