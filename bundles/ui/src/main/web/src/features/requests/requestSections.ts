import type { RequestSection } from '@/shared/requestWindow';
import { FormsSection } from './request/FormsSection';
import { NoticesSection } from './request/Notices';
import { OutcomeSection } from './request/OutcomeSection';
import { CommentSection, FilesSection, HistorySection } from './request/parts';
import { PatientLink } from './request/PatientLink';
import { PersonsSection } from './request/PersonsSection';
import { QuestionnaireSection, RedFlagsSection } from './request/QuestionnaireSection';
import { ReturnedSection } from './request/ReturnedSection';
import { takesPart } from './request/takesPart';
import { VisitSection } from './request/VisitSection';

const always = () => true;

export const requestSections: RequestSection[] = [
  { id: 'returned', order: 50, place: 'main', visible: (request) => request.returnReason !== null, component: ReturnedSection },
  { id: 'outcome', order: 100, place: 'main', visible: (request) => request.closedAt !== null, component: OutcomeSection },
  { id: 'redFlags', order: 150, place: 'main', visible: (request) => request.redFlags.length > 0, component: RedFlagsSection },
  { id: 'visit', order: 200, place: 'main', visible: always, component: VisitSection },
  { id: 'persons', order: 300, place: 'main', visible: (request) => request.person !== null, component: PersonsSection },
  { id: 'comment', order: 400, place: 'main', visible: (request) => request.comment !== null, component: CommentSection },
  { id: 'questionnaire', order: 430, place: 'main', visible: (request) => request.questionnaire !== null, component: QuestionnaireSection },
  { id: 'forms', order: 450, place: 'main', visible: (request) => request.forms.length > 0, component: FormsSection },
  { id: 'files', order: 500, place: 'main', visible: (request, { me }) => takesPart(request, me.accountId) || request.processorId === me.accountId, component: FilesSection },
  { id: 'history', order: 900, place: 'main', visible: always, component: HistorySection },
  { id: 'link', order: 500, place: 'side', visible: (request) => request.rights.link, component: PatientLink },
  { id: 'notices', order: 600, place: 'side', visible: (request) => request.email !== null, component: NoticesSection },
];
