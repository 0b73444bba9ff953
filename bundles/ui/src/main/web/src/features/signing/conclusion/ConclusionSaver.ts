import { ApiError, isApiError } from '@/shared/api/client';
import type { FormValues } from '@/shared/forms/SchemaForm';
import { Store } from '@/shared/store';
import type { Conclusion, Source } from '../types';

/** What the doctor writes. */
export interface Written {
  answers: FormValues;
  sources: readonly Source[];
}

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** Tried again by itself; what was written is still here. */
  | { kind: 'failed'; error: unknown }
  /** Written in another tab or on another device: the doctor has to choose. */
  | { kind: 'conflict'; theirs: Conclusion }
  /** Executed, cancelled or handed over meanwhile. */
  | { kind: 'closed'; error: unknown };

export interface SaverView extends Written {
  /** The newest answer of the server. */
  conclusion: Conclusion;
  save: SaveState;
}

export interface ConclusionServer {
  put: (requestId: string, body: { version: number; answers: FormValues; sources: readonly Source[] }) => Promise<Conclusion>;
  get: (requestId: string) => Promise<Conclusion>;
}

const SETTLE_MS = 700;
const RETRY_MS = 4_000;

/** Keeps a conclusion on the server from the first letter on: one write at a time, the newest state wins, nothing is overwritten unseen. */
export class ConclusionSaver extends Store<SaverView> {
  private dirty = false;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  /** Learnt while a write was on its way: its answer may be older. */
  private learnt: Partial<Conclusion> = {};

  constructor(
    conclusion: Conclusion,
    private readonly server: ConclusionServer,
  ) {
    super({ conclusion, answers: conclusion.answers, sources: conclusion.sources, save: { kind: 'saved' } });
  }

  change(written: Partial<Written>): void {
    const view = this.snapshot();
    // A form reports its values also when it only was opened.
    if (same({ ...view, ...written }, view)) return;
    this.show(written);
    this.dirty = true;
    if (view.save.kind === 'conflict' || view.save.kind === 'closed') return;
    if (!this.running) this.show({ save: { kind: 'waiting' } });
    this.schedule(SETTLE_MS);
  }

  /** Saves what is not saved yet and answers what the server has; throws when that is not possible now. */
  async flush(): Promise<Conclusion> {
    clearTimeout(this.timer);
    while (this.running || this.dirty) {
      this.running ??= this.write().finally(() => {
        this.running = null;
      });
      await this.running;
      const { save } = this.snapshot();
      if (save.kind === 'failed' || save.kind === 'closed') throw save.error;
      if (save.kind === 'conflict') throw new ApiError(409, 'signing.changed-meanwhile');
    }
    return this.snapshot().conclusion;
  }

  /** Ends a conflict: with what is on this screen, or with what the other one saved. */
  resolve(keep: 'mine' | 'theirs'): void {
    const { save } = this.snapshot();
    if (save.kind !== 'conflict') return;
    const { theirs } = save;
    this.dirty = keep === 'mine';
    if (keep === 'mine') {
      this.show({ conclusion: theirs, save: { kind: 'waiting' } });
      this.schedule(0);
    } else {
      this.show({ conclusion: theirs, answers: theirs.answers, sources: theirs.sources, save: { kind: 'saved' } });
    }
  }

  /** What else of the conclusion changed by our own doing: identification, documents. */
  learn(change: Partial<Omit<Conclusion, 'answers' | 'sources' | 'version'>>): void {
    this.learnt = { ...this.learnt, ...change };
    this.show({ conclusion: { ...this.snapshot().conclusion, ...change } });
  }

  stop(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  start(): void {
    this.closed = false;
    if (this.dirty) this.schedule(SETTLE_MS);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    if (this.closed) return;
    this.timer = setTimeout(() => {
      // What went wrong is in the view already.
      this.flush().catch(() => {});
    }, ms);
  }

  private async write(): Promise<void> {
    this.dirty = false;
    this.learnt = {};
    this.show({ save: { kind: 'saving' } });
    const { conclusion, answers, sources } = this.snapshot();
    try {
      const saved = await this.server.put(conclusion.requestId, { version: conclusion.version, answers, sources });
      this.show({ conclusion: { ...saved, ...this.learnt }, save: { kind: this.dirty ? 'waiting' : 'saved' } });
    } catch (error) {
      this.dirty = true;
      await this.failed(error);
    }
  }

  private async failed(error: unknown): Promise<void> {
    if (isApiError(error, 'signing.changed-meanwhile')) {
      try {
        const theirs = await this.server.get(this.snapshot().conclusion.requestId);
        if (same(theirs, this.snapshot())) {
          // Our own write, whose answer was lost on the way.
          this.dirty = false;
          this.show({ conclusion: theirs, save: { kind: 'saved' } });
        } else {
          this.show({ save: { kind: 'conflict', theirs } });
        }
        return;
      } catch (second) {
        error = second;
      }
    }
    if (isApiError(error) && [403, 404, 409, 410].includes(error.status)) {
      this.show({ save: { kind: 'closed', error } });
      return;
    }
    this.show({ save: { kind: 'failed', error } });
    this.schedule(RETRY_MS);
  }

  private show(change: Partial<SaverView>): void {
    this.set({ ...this.snapshot(), ...change });
  }
}

/** The same for every order of the members, and without those that hold nothing. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, each]) => [key, canonical(each)]),
  );
}

const same = (a: Written, b: Written): boolean =>
  JSON.stringify([canonical(a.answers), canonical(a.sources)]) === JSON.stringify([canonical(b.answers), canonical(b.sources)]);
