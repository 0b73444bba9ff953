/** The JSON of the REST interface. Instants are ISO-8601 in UTC, dates are yyyy-MM-dd, ids are UUIDs. */
export type Uuid = string;
export type Instant = string;
export type LocalDate = string;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface LocalText {
  ru: string;
  en: string;
}

// identity

export interface Region {
  name: string;
  logoText: string;
  timeZone: string;
}

export interface Me {
  accountId: Uuid;
  surname: string;
  name: string;
  patronymic: string | null;
  shortName: string;
  organisationId: Uuid;
  organisationName: string;
  position: string;
  speciality: string;
  roles: string[];
  region: Region;
}

export interface StaffMember {
  id: Uuid;
  surname: string;
  name: string;
  patronymic: string | null;
  organisationId: Uuid;
  organisationName: string;
  position: string;
  speciality: string;
  profiles: string[];
  roles: string[];
  active: boolean;
}

export type LinkState = 'NONE' | 'ACTIVE' | 'LOCKED' | 'REVOKED' | 'EXPIRED';

export interface LinkStatus {
  state: LinkState;
  issuedAt: Instant | null;
  lastOpenedAt: Instant | null;
  failedAttempts: number;
  consentAt: Instant | null;
}

export interface IssuedLink {
  id: Uuid;
  url: string;
  validUntil: Instant | null;
}

export interface LinkChallenge {
  needsLastFour: boolean;
}

export interface VisitSession {
  requestId: Uuid;
  patientName: string;
  representativeName: string | null;
  number: string;
  consultantName: string;
  consultantPosition: string;
  organisationName: string;
  visitStart: Instant | null;
  visitMinutes: number;
  closed: boolean;
  consent: { given: boolean; version: string; text: string };
  notice: string;
  region: Region;
}

// routes and requests

export type Audience = 'PATIENT' | 'REPRESENTATIVE' | 'DOCTOR';

export interface Profile {
  code: string;
  title: LocalText;
}

export interface Reason {
  code: string;
  title: LocalText;
  textRequired: boolean;
}

export interface RouteRow {
  id: string;
  version: string;
  title: LocalText;
  tab: LocalText | null;
  audience: Audience;
  profiles: Profile[];
  notice: LocalText | null;
  favourite: boolean;
}

export interface DraftRoute {
  id: string;
  version: string;
  title: LocalText;
  audience: Audience;
  profiles: Profile[];
  notice: LocalText | null;
  reasons: Reason[];
  visitMinutes: number;
  steps: RouteStep[];
  terms: { urgency: Urgency; minutes: number }[];
  stages: { id: string; title: LocalText; processor: 'COORDINATOR' | 'CONSULTANT' }[];
  conclusion: RouteForm | null;
  questionnaire: RouteForm | null;
}

export type Sex = 'MALE' | 'FEMALE';

export interface PersonSnapshot {
  personId: string;
  surname: string;
  name: string;
  patronymic: string | null;
  birthDate: LocalDate;
  sex: Sex;
  snils: string | null;
  policy: string | null;
}

/** The patient for whom a legal representative speaks; typed by the doctor, so any member may still be missing in a draft. */
export interface Represented {
  surname: string | null;
  name: string | null;
  patronymic: string | null;
  birthDate: string | null;
  sex: Sex | null;
  snils: string | null;
  policy: string | null;
  relation: string | null;
}

/** The kind of a step, or the id of a form of the route, which is in lower case. */
export type DraftStep = string;

export type StepKind = 'PROFILE' | 'PERSON' | 'REPRESENTED' | 'FORM' | 'DOCUMENTS' | 'CONTACT' | 'CONSULTANT' | 'SLOT';
export type Urgency = 'EMERGENCY' | 'URGENT' | 'PLANNED';

/** JSON Schema 2020-12 and UI hints, both JSON as text. */
export interface RouteForm {
  schema: string;
  ui: string | null;
}

export interface RouteStep {
  kind: StepKind;
  id: string | null;
  title: LocalText | null;
  form: RouteForm | null;
}

/** Answers to the forms of a route, by the ids of the forms. */
export type FormAnswers = Record<string, Record<string, unknown>>;

export interface Draft {
  id: Uuid;
  version: number;
  step: DraftStep;
  route: DraftRoute;
  profile: Profile;
  person: PersonSnapshot | null;
  represented: Represented | null;
  email: string | null;
  phone: string | null;
  comment: string | null;
  consultantId: Uuid | null;
  urgency: Urgency | null;
  forms: FormAnswers;
  documents: DraftDocument[];
  /** The steps from here on in their order. */
  steps: DraftStep[];
  /** What the route's own code says about the answers. */
  answerProblems: { step: string; field: string; text: LocalText }[];
  updatedAt: Instant;
  problems: { field: string; code: string }[];
}

export interface DraftUpdate {
  version: number;
  step: DraftStep;
  personId: string | null;
  represented: Represented | null;
  email: string | null;
  phone: string | null;
  comment: string | null;
  consultantId: Uuid | null;
  urgency: Urgency | null;
  forms: FormAnswers;
  documents: ChosenDocument[];
}

/** A file of one's own that goes along with a draft; one that was uploaded for it is deleted with it. */
export interface ChosenDocument {
  id: Uuid;
  uploaded: boolean;
}

export interface DraftDocument extends ChosenDocument {
  /** Null for one that is not there any more, and while documents are away. */
  name: string | null;
  type: string | null;
  size: number | null;
}

export interface Consultant {
  id: Uuid;
  fullName: string;
  shortName: string;
  position: string;
  speciality: string;
  organisationName: string;
  self: boolean;
  nextFree: Instant | null;
}

export interface Colleague {
  id: Uuid;
  fullName: string;
  position: string;
  speciality: string;
  organisationName: string;
  sameTimeFree: boolean;
  nextFree: Instant | null;
}

export type RequestState = 'DRAFT' | 'IN_WORK' | 'AWAITING_SIGNATURE' | 'EXECUTED' | 'CANCELLED';
export type Outcome = 'SIGNED_CONCLUSION' | 'UPLOADED_CONCLUSION' | 'WITHOUT_CONCLUSION';
export type Box = 'ALL' | 'INCOMING' | 'OUTGOING';

export interface RequestRow {
  id: Uuid;
  number: string;
  name: string;
  /** null when doctors consult among themselves */
  patientName: string | null;
  representativeName: string | null;
  routeTitle: LocalText;
  profileTitle: LocalText;
  state: RequestState;
  outcome: Outcome | null;
  filerId: Uuid;
  filerName: string;
  /** null while the coordinator has to name one */
  consultantId: Uuid | null;
  consultantName: string | null;
  coordinatorId: Uuid | null;
  coordinatorName: string | null;
  /** null for a request that is answered within its term */
  visitStart: Instant | null;
  visitMinutes: number;
  submittedAt: Instant;
  closedAt: Instant | null;
  stage: string;
  /** null on a route with one stage */
  stageTitle: LocalText | null;
  /** Its filer has to mend it. */
  returned: boolean;
  ownTurn: boolean;
  dueAt: Instant | null;
  urgency: string | null;
  /** What the doctor reads of the patient's answers first. */
  redFlags: LocalText[];
}

/** The patient's answers, as he sent them last; none while he sent nothing. */
export interface AnsweredQuestionnaire {
  form: RouteForm;
  answers: Record<string, unknown>;
  answeredAt: Instant | null;
}

/** The questionnaire on the patient's page; without a form the route has none. */
export interface VisitQuestionnaire {
  form: RouteForm | null;
  answers: Record<string, unknown>;
  answeredAt: Instant | null;
  /** Something of the answers was typed and not sent. */
  unsent: boolean;
  /** Until the visit begins. */
  open: boolean;
}

export interface RequestRights {
  accept: boolean;
  assign: boolean;
  giveBack: boolean;
  resubmit: boolean;
  finish: boolean;
  cancel: boolean;
  link: boolean;
  identify: boolean;
  handOver: boolean;
  move: boolean;
  reopen: boolean;
  followUp: boolean;
}

export type IdentificationMethod = 'ESIA' | 'DOCUMENT' | 'PERSONALLY';

export interface ConsultationRequest extends Omit<RequestRow, 'ownTurn' | 'returned'> {
  /** What has to be mended, while it was given back to its filer. */
  returnReason: string | null;
  person: PersonSnapshot | null;
  represented: Represented | null;
  email: string | null;
  phone: string | null;
  comment: string | null;
  forms: { id: string; title: LocalText | null; form: RouteForm; answers: Record<string, unknown> }[];
  questionnaire: AnsweredQuestionnaire | null;
  reasons: Reason[];
  outcomeReason: { code: string; title: LocalText } | null;
  outcomeText: string | null;
  organisationName: string;
  routeKey: string;
  identification: { method: IdentificationMethod; at: Instant; byId: Uuid } | null;
  processorId: Uuid | null;
  version: number;
  rights: RequestRights;
}

export interface RequestCounters {
  incoming: number;
  outgoing: number;
  all: number;
}

export type ActorKind = 'STAFF' | 'PATIENT' | 'SERVICE' | 'SYSTEM';

export interface HistoryEntry {
  at: Instant;
  actorKind: ActorKind;
  actorName: string | null;
  action: string;
  text: string | null;
  details: Record<string, string> | null;
}

// registry

export type IdentifierKind = 'SNILS' | 'POLICY' | 'PASSPORT';

export interface Person {
  id: string;
  surname: string;
  name: string;
  patronymic: string | null;
  birthDate: LocalDate;
  sex: Sex;
  snils: string | null;
  policy: string | null;
  passport: string | null;
}

export interface PersonSearchResult {
  items: Person[];
  checkDigit: boolean;
}

// scheduling

export interface Slot {
  start: Instant;
  minutes: number;
}

export interface ScheduleTemplate {
  id: Uuid;
  doctorId: Uuid;
  doctorName: string;
  title: string;
  weekdays: number[];
  start: string;
  end: string;
  slotMinutes: number;
  bufferMinutes: number;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  version: number;
}

export type AbsenceReason = 'VACATION' | 'ILLNESS' | 'OTHER';

export interface Absence {
  id: Uuid;
  start: Instant;
  end: Instant;
  reason: AbsenceReason;
}

export interface Calendar {
  availability: { start: Instant; end: Instant }[];
  visits: { requestId: Uuid; start: Instant; minutes: number; title: string | null }[];
  absences: Absence[];
  timeZone: string;
}

// chat

export interface ChatRow {
  requestId: Uuid;
  name: string;
  patientName: string | null;
  representativeName: string | null;
  visitStart: Instant | null;
  closed: boolean;
  unread: number;
  lastText: string | null;
  /** The code of the newest message when it is a note. */
  lastNote?: string | null;
  lastAt: Instant;
  lastFromPatient: boolean;
}

export interface ChatParticipant {
  id: Uuid;
  name: string;
  kind: ActorKind;
}

export interface Chat {
  requestId: Uuid;
  name: string;
  closed: boolean;
  consented: boolean;
  last: number;
  readUpTo: number;
  patientReadUpTo: number;
  staffReadUpTo: number;
  participants: ChatParticipant[];
}

export interface ChatNote {
  /** `conferencing.unanswered`: each page has a sentence for it. */
  code: string;
  details: Readonly<Record<string, string>>;
}

export interface ChatMessage {
  id: Uuid;
  number: number;
  at: Instant;
  authorId: Uuid;
  authorName: string | null;
  authorKind: ActorKind;
  mine: boolean;
  text: string | null;
  /** What happened, for a line that nobody wrote. */
  note?: ChatNote | null;
  document: { id: Uuid; name: string; type: string; size: number } | null;
}

export interface ChatMessages {
  items: ChatMessage[];
  last: number;
}

export interface Unread {
  total: number;
  byRequest: Record<Uuid, number>;
}

// documents

export interface StoredDocument {
  id: Uuid;
  name: string;
  type: string;
  size: number;
  requestId: Uuid | null;
  ownerId: Uuid;
  fromPatient: boolean;
  folder: string;
  uploadedAt: Instant;
  /** In the list of one's own files. */
  requestName?: string | null;
  /** In the list of a request's files. */
  ownerName?: string | null;
}

// notifications

export interface SentNotice {
  kind: 'APPOINTMENT' | 'REMINDER' | 'CHANGED' | 'WAITING' | 'CANCELLED' | 'CLOSED';
  at: Instant;
  state: 'QUEUED' | 'SENT' | 'FAILED';
  attempts: number;
}

// live

export interface Hint {
  type: string;
  subject: string | null;
  number: number | null;
  payload: unknown;
}

/** For operators */

export interface Organisation {
  id: Uuid;
  name: string;
}

export interface ServiceToken {
  id: Uuid;
  organisationId: Uuid;
  organisationName: string;
  name: string;
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
  revokedAt: Instant | null;
}

export interface IssuedServiceToken {
  token: ServiceToken;
  secret: string;
}

export interface RouteUsers {
  organisations: Uuid[];
  profiles: string[];
}

export interface RouteLine {
  id: string;
  version: string;
  title: LocalText;
  state: 'OFFERED' | 'REPLACED' | 'UNAVAILABLE';
  source: string;
  users: RouteUsers | null;
}

export interface RefusedRoute {
  place: string;
  cause: string;
}

export interface RouteOverview {
  routes: RouteLine[];
  refused: RefusedRoute[];
}

export interface RouteFindings {
  problems: string[];
  findings: string[];
}

export interface TraceEntry {
  at: Instant;
  kind: 'TRANSITION' | 'ACT' | 'EVENT' | 'DELIVERY' | 'MAIL' | 'REMINDER';
  what: string;
  who: string | null;
  outcome: 'DONE' | 'FAILED' | 'WAITING' | 'GIVEN_UP';
  attempt: number | null;
  detail: string | null;
}

export interface Trace {
  id: Uuid;
  number: string;
  routeId: string;
  state: RequestState;
  submittedAt: Instant;
  entries: TraceEntry[];
  missing: string[];
}
