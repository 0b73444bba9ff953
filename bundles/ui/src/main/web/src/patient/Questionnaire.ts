import { isApiError, type FieldProblem } from '@/shared/api/client';
import type { VisitQuestionnaire } from '@/shared/api/types';
import { failureOf } from '@/shared/failure';
import { Store } from '@/shared/store';
import type { QuestionnaireEndpoints } from './endpoints';

export type Answers = Record<string, unknown>;

export interface QuestionnaireState {
  /** As the server knows it; null until it answered. */
  known: VisitQuestionnaire | null;
  /** What is on the screen. */
  answers: Answers;
  /** failed: tried again by itself, what was typed is still here. */
  save: 'saved' | 'waiting' | 'saving' | 'failed';
  sending: boolean;
  problems: readonly FieldProblem[];
  /** Why it was not sent, as an error code. */
  refusal: string | null;
}

const SETTLE_MS = 700;
const RETRY_MS = 4_000;
const LATER_MS = 15_000;

/** The questionnaire before the visit: kept on the server while it is typed, sent when the patient says so. The chat never waits for it. */
export class Questionnaire extends Store<QuestionnaireState> {
  private dirty = false;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(private readonly server: QuestionnaireEndpoints) {
    super({ known: null, answers: {}, save: 'saved', sending: false, problems: [], refusal: null });
  }

  start(): void {
    this.closed = false;
    if (this.dirty) this.schedule(SETTLE_MS);
    void this.load();
  }

  stop(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  /** Looks again: the visit was moved, the request closed, or it was filled in on another device. */
  async load(): Promise<void> {
    try {
      const known = await this.server.get();
      this.show({ known, ...(this.busy() ? {} : { answers: known.answers }) });
    } catch (error) {
      // A server without requests or without the right has no questionnaire.
      const status = isApiError(error) ? error.status : 0;
      if (![401, 403, 404].includes(status) && !this.dirty) this.schedule(LATER_MS, () => void this.load());
    }
  }

  change(answers: Answers): void {
    this.show({ answers, save: this.running ? 'saving' : 'waiting' });
    this.dirty = true;
    this.schedule(SETTLE_MS);
  }

  /** @return whether it was taken */
  async send(): Promise<boolean> {
    if (this.snapshot().sending) return false;
    clearTimeout(this.timer);
    this.show({ sending: true, problems: [], refusal: null });
    await this.running;
    // What is sent is kept by that.
    this.dirty = false;
    try {
      const known = await this.server.send(this.snapshot().answers);
      this.show({ known, sending: false, save: this.dirty ? 'waiting' : 'saved' });
      return true;
    } catch (error) {
      this.dirty = true;
      const failure = failureOf(error);
      const problems = failure.members.problems;
      this.show({ sending: false, refusal: failure.code, problems: Array.isArray(problems) ? (problems as FieldProblem[]) : [] });
      if (failure.status === 409) void this.over();
      else this.schedule(RETRY_MS);
      return false;
    }
  }

  private busy(): boolean {
    return this.dirty || this.running !== null || this.snapshot().sending;
  }

  private schedule(ms: number, then: () => void = () => void this.keep()): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(then, ms);
  }

  private keep(): Promise<void> {
    this.running ??= this.write().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async write(): Promise<void> {
    while (this.dirty && !this.closed && !this.snapshot().sending) {
      this.dirty = false;
      this.show({ save: 'saving' });
      try {
        const known = await this.server.keep(this.snapshot().answers);
        this.show({ known, save: this.dirty ? 'waiting' : 'saved' });
      } catch (error) {
        this.dirty = true;
        const failure = failureOf(error);
        if (failure.status === 409) return this.over(failure.code);
        this.show({ save: 'failed', ...(failure.temporary ? {} : { refusal: failure.code }) });
        if (failure.temporary) this.schedule(RETRY_MS);
        return;
      }
    }
  }

  /** The visit has begun: nothing is kept any more. */
  private async over(refusal: string | null = this.snapshot().refusal): Promise<void> {
    this.dirty = false;
    clearTimeout(this.timer);
    this.show({ save: 'saved', refusal });
    await this.load();
  }

  private show(change: Partial<QuestionnaireState>): void {
    this.set({ ...this.snapshot(), ...change });
  }
}
