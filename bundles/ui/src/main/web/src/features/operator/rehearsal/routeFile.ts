import type { Audience, Draft, DraftDocument, DraftRoute, DraftUpdate, LocalText, PersonSnapshot, Profile, Reason, RouteForm, RouteStep, Urgency } from '@/shared/api/types';
import type { DraftServer } from '@/features/requests/wizard/DraftSaver';
import { uuidv7 } from '@/shared/api/uuid';

interface FileForm {
  schema: object;
  ui?: object;
}

/** A route's file as its schema describes it; only what the server has checked is read. */
export interface RouteFile {
  id: string;
  version: string;
  title: LocalText;
  audience: Audience;
  profiles: Profile[];
  notice?: LocalText;
  visitMinutes?: number;
  reasons?: Reason[];
  steps?: { kind: RouteStep['kind']; id?: string; title?: LocalText; form?: FileForm }[];
  terms?: { urgency: Urgency; minutes: number }[];
  stages?: { id: string; title: LocalText; processor: 'COORDINATOR' | 'CONSULTANT'; mayReturn?: boolean; assignsConsultant?: boolean }[];
  conclusion?: FileForm;
  finishing?: ('SIGNED' | 'UPLOADED' | 'WITHOUT')[];
  questionnaire?: FileForm;
  redFlags?: { title: LocalText; when: object }[];
}

const USUAL: NonNullable<RouteFile['steps']> = [{ kind: 'PROFILE' }, { kind: 'PERSON' }, { kind: 'CONTACT' }, { kind: 'CONSULTANT' }, { kind: 'SLOT' }];

/** Nobody who lives: the name says so. */
export const MADE_UP: PersonSnapshot = {
  personId: 'made-up', surname: 'Образцов', name: 'Пример', patronymic: 'Вымышленный', birthDate: '1980-05-17', sex: 'MALE', snils: null, policy: null,
};

export const formOf = (form: FileForm | undefined): RouteForm | null =>
  form ? { schema: JSON.stringify(form.schema), ui: form.ui ? JSON.stringify(form.ui) : null } : null;

/** The ways to finish, as the core reads them. */
export const finishingOf = (file: RouteFile): NonNullable<RouteFile['finishing']> =>
  file.finishing && file.finishing.length > 0 ? file.finishing : file.conclusion ? ['SIGNED', 'UPLOADED', 'WITHOUT'] : ['WITHOUT'];

/** The draft with which the wizard begins, of an operator who plays the doctor. */
export function rehearsedDraft(file: RouteFile, profile: Profile): Draft {
  const described = file.steps && file.steps.length > 0 ? file.steps : USUAL;
  const route: DraftRoute = {
    id: file.id, version: file.version, title: file.title, audience: file.audience, profiles: file.profiles, notice: file.notice ?? null,
    reasons: file.reasons ?? [], visitMinutes: file.visitMinutes ?? 0, terms: file.terms ?? [], stages: file.stages ?? [],
    steps: described.map(({ kind, id, title, form }) => ({ kind, id: id ?? null, title: title ?? null, form: formOf(form) })),
    conclusion: formOf(file.conclusion), questionnaire: formOf(file.questionnaire),
  };
  const steps = described.filter(({ kind }) => kind !== 'PROFILE').map(({ kind, id }) => id ?? kind);
  return {
    id: uuidv7(), version: 1, step: steps[0] ?? 'CONSULTANT', route, profile, person: null, represented: null, email: null, phone: null, comment: null, consultantId: null,
    urgency: null, forms: {}, documents: [], steps, answerProblems: [], updatedAt: new Date().toISOString(), problems: [],
  };
}

/** Takes the place of the server: the draft lives as long as the page. */
export function rehearsalServer(first: Draft): DraftServer {
  let draft = first;
  return {
    get: async () => draft,
    put: async (_, update: DraftUpdate) => {
      const { personId, documents, version, ...fields } = update;
      draft = {
        ...draft, ...fields, version: version + 1, person: personId === null ? null : MADE_UP,
        documents: documents.map(({ id, uploaded }): DraftDocument => ({ ...draft.documents.find((each) => each.id === id)!, id, uploaded })),
        updatedAt: new Date().toISOString(),
      };
      return draft;
    },
  };
}
