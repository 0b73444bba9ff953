import type { DraftRoute, DraftStep, RouteStep } from '@/shared/api/types';
import type { DraftView } from './DraftSaver';

/** The choice of the route, then the steps of the draft. */
export type WizardStep = 'ROUTE' | DraftStep;

/** Of a route that says nothing else, and before one is chosen. */
export const USUAL_STEPS: readonly DraftStep[] = ['PERSON', 'CONTACT', 'CONSULTANT', 'SLOT'];

/** Whether the filer chooses a coordinator, who names the consultant. */
export const isCoordinated = (route: DraftRoute): boolean => route.stages.some((stage) => stage.processor === 'COORDINATOR');

const at = (view: DraftView, step: DraftStep): number => view.draft.steps.indexOf(step);

/** How far one can go with what is there. */
export function reachable(view: DraftView): DraftStep {
  const { steps } = view.draft;
  const { fields } = view;
  const missing = steps.findIndex(
    (step) => (step === 'PERSON' && (view.draft.person === null || fields.personId === null)) || (step === 'CONSULTANT' && fields.consultantId === null),
  );
  let furthest = Math.max(0, at(view, fields.step));
  // A person or a doctor who is chosen is a step that is done.
  if (steps[furthest] === 'PERSON' || steps[furthest] === 'CONSULTANT') furthest += 1;
  const limit = missing < 0 ? furthest : Math.min(missing, furthest);
  return steps[Math.min(limit, steps.length - 1)] ?? USUAL_STEPS[0]!;
}

/** Where a field is filled in. */
export function stepOfField(view: DraftView, field: string): DraftStep {
  const { steps } = view.draft;
  const first = steps[0] ?? USUAL_STEPS[0]!;
  const contact = steps.includes('CONTACT') ? 'CONTACT' : first;
  if (field === 'personId') return 'PERSON';
  if (field === 'consultantId') return 'CONSULTANT';
  if (field === 'start') return 'SLOT';
  if (field === 'urgency') return first;
  if (field.startsWith('documents')) return 'DOCUMENTS';
  if (field.startsWith('represented')) return steps.includes('REPRESENTED') ? 'REPRESENTED' : contact;
  const form = /^forms\/([^/]+)/.exec(field)?.[1];
  return form !== undefined && steps.includes(form) ? form : contact;
}

export const formStep = (view: DraftView, step: DraftStep): RouteStep | undefined =>
  view.draft.route.steps.find((described) => described.kind === 'FORM' && described.id === step);
