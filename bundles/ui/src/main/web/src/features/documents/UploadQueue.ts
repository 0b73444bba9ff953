import { errorOf, failureOf, type Failure } from '@/shared/failure';
import { Store } from '@/shared/store';
import type { ApiError } from '@/shared/api/client';
import type { StoredDocument } from '@/shared/api/types';
import { uuidv7 } from '@/shared/api/uuid';
import type { NewFile } from './endpoints';

export interface Upload extends NewFile {
  progress: number;
  /** waiting: a passing failure, it is tried again by itself; failed: only a person can help. */
  state: 'queued' | 'sending' | 'waiting' | 'done' | 'failed';
  error: ApiError | null;
}

type Send = (file: NewFile, onProgress: (part: number) => void, signal: AbortSignal) => Promise<StoredDocument>;

const PAUSE_MS = 4_000;

/** Uploads several files one after the other; each failure is the failure of one file. */
export class UploadQueue extends Store<readonly Upload[]> {
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly aborts = new Map<string, AbortController>();

  constructor(
    private readonly send: Send,
    private readonly onUploaded: () => void,
    private readonly pause: number = PAUSE_MS,
  ) {
    super([]);
  }

  add(files: Iterable<{ file: Blob; name: string }>, place: { requestId?: string; folder?: string }): void {
    const uploads = Array.from(files, (file): Upload => ({ ...place, ...file, id: uuidv7(), progress: 0, state: 'queued', error: null }));
    this.set([...this.snapshot(), ...uploads]);
    void this.run();
  }

  retry(id: string): void {
    this.change(id, { state: 'queued', error: null, progress: 0 });
    void this.run();
  }

  /** Takes it from the list; when it is on its way, it is stopped. */
  remove(id: string): void {
    this.aborts.get(id)?.abort();
    this.set(this.snapshot().filter((upload) => upload.id !== id));
  }

  removeDone(): void {
    this.set(this.snapshot().filter((upload) => upload.state !== 'done'));
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    clearTimeout(this.timer);
    try {
      for (;;) {
        const next = this.snapshot().find((upload) => upload.state === 'queued' || upload.state === 'waiting');
        if (!next) return;
        const failure = await this.upload(next);
        if (failure?.temporary) {
          this.change(next.id, { state: 'waiting', error: null });
          this.timer = setTimeout(() => void this.run(), this.pause);
          return;
        }
        if (failure) this.change(next.id, { state: 'failed', error: errorOf(failure) });
      }
    } finally {
      this.running = false;
    }
  }

  private async upload(upload: Upload): Promise<Failure | null> {
    const { id, file, name, requestId, folder } = upload;
    const abort = new AbortController();
    this.aborts.set(id, abort);
    this.change(id, { state: 'sending', error: null });
    try {
      const place = { ...(requestId === undefined ? {} : { requestId }), ...(folder === undefined ? {} : { folder }) };
      await this.send({ id, file, name, ...place }, (progress) => this.change(id, { progress }), abort.signal);
      this.change(id, { state: 'done', progress: 1 });
      this.onUploaded();
      return null;
    } catch (error) {
      // Taken from the list meanwhile: nobody waits for it.
      return this.snapshot().some((each) => each.id === id) ? failureOf(error) : null;
    } finally {
      this.aborts.delete(id);
    }
  }

  private change(id: string, part: Partial<Upload>): void {
    this.set(this.snapshot().map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }
}
