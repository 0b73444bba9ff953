import { ApiError, isApiError } from '@/shared/api/client';
import type { Draft, DraftUpdate } from '@/shared/api/types';

/** What the wizard changes in a draft. */
export type DraftFields = Omit<DraftUpdate, 'version'>;

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** Tried again by itself; what was typed is still here. */
  | { kind: 'failed'; error: unknown }
  /** Changed in another tab or by another device: the person has to choose. */
  | { kind: 'conflict'; theirs: Draft }
  /** Submitted or deleted meanwhile. */
  | { kind: 'gone' };

export interface DraftView {
  /** The newest answer of the server. */
  draft: Draft;
  /** What is on the screen. */
  fields: DraftFields;
  save: SaveState;
}

export interface DraftServer {
  put: (id: string, update: DraftUpdate) => Promise<Draft>;
  get: (id: string) => Promise<Draft>;
}

const SETTLE_MS = 700;
const RETRY_MS = 4_000;

export function fieldsOf(draft: Draft): DraftFields {
  return {
    step: draft.step,
    personId: draft.person?.personId ?? null,
    represented: draft.represented,
    email: draft.email,
    phone: draft.phone,
    comment: draft.comment,
    consultantId: draft.consultantId,
    urgency: draft.urgency,
    forms: draft.forms,
    documents: draft.documents.map(({ id, uploaded }) => ({ id, uploaded })),
  };
}

/** Keeps a draft on the server while it is typed: one write at a time, the newest state wins, nothing is overwritten unseen. */
export class DraftSaver {
  private view: DraftView;
  private dirty = false;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private readonly listeners = new Set<() => void>();

  constructor(draft: Draft, private readonly server: DraftServer) {
    this.view = { draft, fields: fieldsOf(draft), save: { kind: 'saved' } };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): DraftView => this.view;

  /** Remembers a change and saves it after a short pause. */
  change(patch: Partial<DraftFields>): void {
    this.show({ fields: { ...this.view.fields, ...patch } });
    this.dirty = true;
    if (this.view.save.kind === 'conflict' || this.view.save.kind === 'gone') return;
    if (!this.running) this.show({ save: { kind: 'waiting' } });
    this.schedule(SETTLE_MS);
  }

  /** Saves what is not saved yet and answers the server's draft; throws when that is not possible now. */
  async flush(): Promise<Draft> {
    clearTimeout(this.timer);
    while (this.running || this.dirty) {
      if (this.running) {
        await this.running;
      } else {
        this.running = this.write().finally(() => {
          this.running = null;
        });
        await this.running;
      }
      const save = this.view.save;
      if (save.kind === 'failed') throw save.error;
      if (save.kind === 'conflict') throw new ApiError(409, 'requests.changed-meanwhile');
      if (save.kind === 'gone') throw new ApiError(404, 'requests.draft-not-found');
    }
    return this.view.draft;
  }

  /** Ends a conflict: with what is on this screen, or with what the other one saved. */
  resolve(keep: 'mine' | 'theirs'): void {
    if (this.view.save.kind !== 'conflict') return;
    const theirs = this.view.save.theirs;
    if (keep === 'theirs') {
      this.dirty = false;
      this.show({ draft: theirs, fields: fieldsOf(theirs), save: { kind: 'saved' } });
    } else {
      this.dirty = true;
      this.show({ draft: theirs, save: { kind: 'waiting' } });
      this.schedule(0);
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  open(): void {
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
    this.show({ save: { kind: 'saving' } });
    const { draft, fields } = this.view;
    try {
      const saved = await this.server.put(draft.id, { version: draft.version, ...fields });
      this.show({ draft: saved, save: this.dirty ? { kind: 'waiting' } : { kind: 'saved' } });
    } catch (error) {
      this.dirty = true;
      await this.failed(error);
    }
  }

  private async failed(error: unknown): Promise<void> {
    if (isApiError(error) && error.status === 409) {
      try {
        const theirs = await this.server.get(this.view.draft.id);
        if (sameFields(theirs, this.view.fields)) {
          // Our own write, whose answer was lost on the way.
          this.dirty = false;
          this.show({ draft: theirs, save: { kind: 'saved' } });
        } else {
          this.show({ save: { kind: 'conflict', theirs } });
        }
        return;
      } catch (second) {
        error = second;
      }
    }
    if (isApiError(error) && (error.status === 404 || error.status === 410)) {
      this.show({ save: { kind: 'gone' } });
      return;
    }
    this.show({ save: { kind: 'failed', error } });
    this.schedule(RETRY_MS);
  }

  private show(change: Partial<DraftView>): void {
    this.view = { ...this.view, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

/** The same content is the same text, whatever the order of its members. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => a.localeCompare(b)).map(([key, each]) => [key, sorted(each)]);
}

function sameFields(draft: Draft, fields: DraftFields): boolean {
  const theirs = fieldsOf(draft);
  const text = (value: DraftFields) =>
    JSON.stringify([
      value.step, value.personId, value.email, value.phone, value.comment, value.consultantId, value.urgency, sorted(value.forms), sorted(value.documents),
      value.represented && Object.entries(value.represented).sort(([a], [b]) => a.localeCompare(b)),
    ]);
  return text(theirs) === text(fields);
}
