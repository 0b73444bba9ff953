import type { StoredDocument } from '@/shared/api/types';
import { failureOf, type Failure } from '@/shared/failure';
import type { LiveConnection } from '@/shared/hooks/hints';
import { Store } from '@/shared/store';

/** How a page reaches the files of the request. */
export interface FileAccess {
  list(): Promise<StoredDocument[]>;
  url(id: string, inline: boolean): string;
  upload(file: Blob, name: string, folder: string, onProgress: (part: number) => void): Promise<StoredDocument>;
}

export interface CallFilesState {
  items: readonly StoredDocument[];
  loaded: boolean;
  failure: Failure | null;
}

/** The files of the request during the call: the same store as its chat. */
export class CallFiles extends Store<CallFilesState> {
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly access: FileAccess,
    private readonly live: LiveConnection,
  ) {
    super({ items: [], loaded: false, failure: null });
  }

  start(): void {
    this.stops.push(
      this.live.onHint((hint) => {
        if (hint.type === 'documents.changed' || hint.type === 'chat.message') void this.refresh();
      }),
      this.live.onConnected(() => void this.refresh()),
    );
    void this.refresh();
  }

  stop(): void {
    this.stops.splice(0).forEach((stop) => stop());
  }

  url(id: string, inline: boolean): string {
    return this.access.url(id, inline);
  }

  async refresh(): Promise<void> {
    try {
      this.set({ items: await this.access.list(), loaded: true, failure: null });
    } catch (error) {
      this.set({ ...this.snapshot(), failure: failureOf(error) });
    }
  }

  async upload(file: Blob, name: string, folder: string, onProgress: (part: number) => void = () => {}): Promise<StoredDocument> {
    const stored = await this.access.upload(file, name, folder, onProgress);
    await this.refresh();
    return stored;
  }
}
