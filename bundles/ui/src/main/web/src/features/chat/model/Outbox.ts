import { uuidv7 } from '@/shared/api/uuid';
import { type Failure, failureOf } from '@/shared/failure';
import { Store } from '@/shared/store';
import type { Message, Uploaded } from './types';

/** A message on its way. Its ids are made here, so that sending it again does nothing twice. */
export interface Outgoing {
  /** The id that the message will have. */
  id: string;
  at: string;
  text: string | null;
  file: OutgoingFile | null;
  /** waiting: a passing failure, it goes out by itself; failed: only a person can help. */
  state: 'sending' | 'waiting' | 'failed';
  failure: Failure | null;
}

export interface OutgoingFile {
  /** The id that the document will have. */
  id: string;
  name: string;
  size: number;
  type: string;
  blob: Blob;
  /** Part of the file that is with the server, 0 to 1. */
  progress: number;
  uploaded: boolean;
}

export interface OutboxEndpoints {
  post(id: string, text: string | null, documentId: string | null): Promise<Message>;
  upload(file: OutgoingFile, onProgress: (part: number) => void, signal: AbortSignal): Promise<Uploaded>;
}

/** Keeps the texts that are not sent over a reload of the page. Files cannot be kept. */
export interface OutboxMemory {
  load(): Outgoing[];
  save(items: readonly Outgoing[]): void;
}

export const noMemory: OutboxMemory = { load: () => [], save: () => {} };

/** The session's memory under one key; private browsing may refuse it, then nothing is kept. */
export function sessionMemory(key: string): OutboxMemory {
  return {
    load() {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Outgoing[];
      } catch {
        return [];
      }
    },
    save(items) {
      try {
        const texts = items.filter((item) => item.file === null);
        if (texts.length === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(texts));
      } catch {
        // Without memory the messages are still on the screen.
      }
    },
  };
}

const PAUSES_MS = [2_000, 4_000, 8_000, 15_000];

/** Sends messages in the order in which they were written; what fails for a while is sent again, what is refused waits for its author. */
export class Outbox extends Store<readonly Outgoing[]> {
  private running = false;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly aborts = new Map<string, AbortController>();

  constructor(
    private readonly endpoints: OutboxEndpoints,
    private readonly onSent: (message: Message) => void,
    private readonly memory: OutboxMemory = noMemory,
    private readonly pauses: readonly number[] = PAUSES_MS,
  ) {
    super(memory.load().map((item) => ({ ...item, state: 'waiting' as const })));
  }

  /** Goes on with what an earlier life of the page left unsent. */
  resume(): void {
    if (this.snapshot().length > 0) void this.run();
  }

  sendText(text: string): void {
    this.add({ id: uuidv7(), at: new Date().toISOString(), text, file: null, state: 'sending', failure: null });
  }

  sendFile(blob: Blob, name: string): void {
    const file = { id: uuidv7(), name, size: blob.size, type: blob.type, blob, progress: 0, uploaded: false };
    this.add({ id: uuidv7(), at: new Date().toISOString(), text: null, file, state: 'sending', failure: null });
  }

  /** The author wants it sent now. */
  retry(id: string): void {
    this.change(id, { state: 'sending', failure: null });
    this.attempts = 0;
    void this.run();
  }

  /** Sends at once what waits, for example because the connection is back. */
  retryWaiting(): void {
    if (this.snapshot().some((item) => item.state === 'waiting')) {
      this.attempts = 0;
      void this.run();
    }
  }

  /** The author gives it up. */
  discard(id: string): void {
    this.aborts.get(id)?.abort();
    this.keep(this.snapshot().filter((item) => item.id !== id));
  }

  /** Forgets everything, on leaving. */
  clear(): void {
    clearTimeout(this.timer);
    this.aborts.forEach((abort) => abort.abort());
    this.keep([]);
  }

  /** The server told of these messages by another way: they are not on their way any more. */
  arrived(messages: readonly Message[]): void {
    const ids = new Set(messages.map((message) => message.id));
    const rest = this.snapshot().filter((item) => !ids.has(item.id));
    if (rest.length !== this.snapshot().length) this.keep(rest);
  }

  private add(item: Outgoing): void {
    this.keep([...this.snapshot(), item]);
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    clearTimeout(this.timer);
    try {
      for (;;) {
        const item = this.snapshot().find((each) => each.state !== 'failed');
        if (!item) return;
        if (item.state === 'waiting') this.change(item.id, { state: 'sending', failure: null });
        const failure = await this.send(item.id);
        if (failure?.temporary) {
          this.change(item.id, { state: 'waiting', failure });
          const pause = this.pauses[Math.min(this.attempts++, this.pauses.length - 1)] ?? 0;
          this.timer = setTimeout(() => void this.run(), pause);
          return;
        }
        this.attempts = 0;
        if (failure) this.change(item.id, { state: 'failed', failure });
      }
    } finally {
      this.running = false;
    }
  }

  private async send(id: string): Promise<Failure | null> {
    const abort = new AbortController();
    this.aborts.set(id, abort);
    try {
      const item = this.find(id);
      if (item?.file && !item.file.uploaded) {
        const document = await this.endpoints.upload(item.file, (part) => this.changeFile(id, { progress: part }), abort.signal);
        this.changeFile(id, { id: document.id, uploaded: true, progress: 1 });
      }
      const ready = this.find(id);
      if (!ready) return null;
      const message = await this.endpoints.post(id, ready.text, ready.file?.id ?? null);
      this.onSent(message);
      this.keep(this.snapshot().filter((each) => each.id !== id));
      return null;
    } catch (error) {
      return this.find(id) ? failureOf(error) : null;
    } finally {
      this.aborts.delete(id);
    }
  }

  private find(id: string): Outgoing | undefined {
    return this.snapshot().find((item) => item.id === id);
  }

  private change(id: string, part: Partial<Outgoing>): void {
    this.keep(this.snapshot().map((item) => (item.id === id ? { ...item, ...part } : item)));
  }

  private changeFile(id: string, part: Partial<OutgoingFile>): void {
    const item = this.find(id);
    if (item?.file) this.change(id, { file: { ...item.file, ...part } });
  }

  private keep(items: readonly Outgoing[]): void {
    this.memory.save(items);
    this.set(items);
  }
}
