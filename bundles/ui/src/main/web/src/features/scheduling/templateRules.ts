import type { FieldProblem } from '@/shared/api/client';
import { minuteOfDay, parseTime } from './clock';

/** A template as it is typed. */
export interface TemplateForm {
  title: string;
  weekdays: number[];
  start: string;
  end: string;
  slotMinutes: number | '';
  bufferMinutes: number | '';
  validFrom: string | null;
  validTo: string | null;
}

export type TemplateField = keyof TemplateForm;
export type TemplateProblems = Partial<Record<TemplateField, string>>;

const STEP = 5;
const LONGEST_TITLE = 200;

/** What is wrong with a template, by field: names of sentences under `problem.` */
export function checkTemplate(form: TemplateForm): TemplateProblems {
  const problems: TemplateProblems = {};
  const title = form.title.trim();
  if (title === '') problems.title = 'required';
  else if (title.length > LONGEST_TITLE) problems.title = 'tooLong';
  if (form.weekdays.length === 0) problems.weekdays = 'weekdays';
  const start = checkTime('start', form, problems);
  const end = checkTime('end', form, problems);
  checkMinutes('slotMinutes', form.slotMinutes, STEP, 240, 'slotRange', problems);
  checkMinutes('bufferMinutes', form.bufferMinutes, 0, 120, 'bufferRange', problems);
  if (start !== null && end !== null && !problems.end && !problems.start) {
    if (end <= start) problems.end = 'endNotAfterStart';
    else if (typeof form.slotMinutes === 'number' && end - start < form.slotMinutes) problems.end = 'noRoom';
  }
  if (form.validFrom === null) problems.validFrom = 'date';
  else if (form.validTo !== null && form.validTo < form.validFrom) problems.validTo = 'beforeFirstDay';
  return problems;
}

function checkTime(field: 'start' | 'end', form: TemplateForm, problems: TemplateProblems): number | null {
  const time = parseTime(form[field]);
  if (time === null) {
    problems[field] = 'time';
    return null;
  }
  const minutes = minuteOfDay(time);
  if (minutes % STEP !== 0) problems[field] = 'multiple';
  return minutes;
}

function checkMinutes(field: 'slotMinutes' | 'bufferMinutes', value: number | '', least: number, most: number, range: string, problems: TemplateProblems): void {
  if (value === '') problems[field] = 'required';
  else if (value < least || value > most) problems[field] = range;
  else if (value % STEP !== 0) problems[field] = 'minutesMultiple';
}

/** How many visits fit into a day of the template; 0 while the form is not right. */
export function visitsADay(form: TemplateForm): number {
  if (Object.keys(checkTemplate({ ...form, title: '—', weekdays: [1], validFrom: '2000-01-01', validTo: null })).length > 0) return 0;
  const room = minuteOfDay(parseTime(form.end)!) - minuteOfDay(parseTime(form.start)!);
  const slot = Number(form.slotMinutes);
  const buffer = Number(form.bufferMinutes);
  return Math.floor((room + buffer) / (slot + buffer));
}

const SENTENCES: Readonly<Record<string, string>> = {
  'title required': 'required',
  'title too-long': 'tooLong',
  'weekdays required': 'weekdays',
  'start format': 'time',
  'start required': 'time',
  'start multiple-of-5': 'multiple',
  'end format': 'time',
  'end required': 'time',
  'end multiple-of-5': 'multiple',
  'end not-after-start': 'endNotAfterStart',
  'end no-room-for-slot': 'noRoom',
  'slotMinutes range': 'slotRange',
  'slotMinutes multiple-of-5': 'minutesMultiple',
  'bufferMinutes range': 'bufferRange',
  'bufferMinutes multiple-of-5': 'minutesMultiple',
  'validFrom required': 'date',
  'validTo before-first-day': 'beforeFirstDay',
};

/** The server's word about the same fields. */
export function problemsOfServer(problems: readonly FieldProblem[]): TemplateProblems {
  return Object.fromEntries(problems.map(({ field, code }) => [field, SENTENCES[`${field} ${code}`] ?? 'other']));
}
