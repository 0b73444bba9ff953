import { expect, it } from 'vitest';
import type { Draft, DraftRoute } from '@/shared/api/types';
import { type DraftFields, type DraftView } from './DraftSaver';
import { isCoordinated, reachable, stepOfField } from './draftSteps';

const view = (steps: string[], fields: Partial<DraftFields>, person = true): DraftView => ({
  draft: { steps, person: person ? {} : null } as unknown as Draft,
  fields: { step: steps[0]!, personId: person ? 'p' : null, consultantId: null, ...fields } as DraftFields,
  save: { kind: 'saved' },
});
const ROUTE = ['complaints', 'PERSON', 'CONTACT', 'CONSULTANT', 'SLOT'];

it('goes no further than what is filled in', () => {
  expect(reachable(view(ROUTE, {}, false))).toBe('complaints');
  expect(reachable(view(ROUTE, { step: 'SLOT' }, false))).toBe('PERSON');
  expect(reachable(view(ROUTE, { step: 'PERSON' }))).toBe('CONTACT');
  expect(reachable(view(ROUTE, { step: 'SLOT' }))).toBe('CONSULTANT');
  expect(reachable(view(ROUTE, { step: 'CONSULTANT', consultantId: 'd' }))).toBe('SLOT');
});

it('knows where a field is filled in, in the order of the route', () => {
  expect(stepOfField(view(ROUTE, {}), 'forms/complaints/pain')).toBe('complaints');
  expect(stepOfField(view(ROUTE, {}), 'represented/surname')).toBe('CONTACT');
  expect(stepOfField(view([...ROUTE, 'REPRESENTED'], {}), 'represented/surname')).toBe('REPRESENTED');
  expect(stepOfField(view(ROUTE, {}), 'urgency')).toBe('complaints');
  expect(stepOfField(view(ROUTE, {}), 'email')).toBe('CONTACT');
  expect(stepOfField(view([...ROUTE, 'DOCUMENTS'], {}), 'documents/0')).toBe('DOCUMENTS');
});

it('is done with the coordinator on a route without a visit', () => {
  expect(reachable(view(['question', 'CONSULTANT'], { step: 'CONSULTANT' }))).toBe('CONSULTANT');
  expect(reachable(view(['question', 'CONSULTANT'], { step: 'CONSULTANT', consultantId: 'd' }))).toBe('CONSULTANT');
  const route = { stages: [{ id: 'coordination', title: { ru: 'К', en: 'C' }, processor: 'COORDINATOR' }] } as unknown as DraftRoute;
  expect(isCoordinated(route)).toBe(true);
  expect(isCoordinated({ ...route, stages: [] })).toBe(false);
});
