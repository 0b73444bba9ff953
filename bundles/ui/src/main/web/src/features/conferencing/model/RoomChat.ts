import { uuidv7 } from '@/shared/api/uuid';
import { failureOf, type Failure } from '@/shared/failure';
import type { LiveConnection } from '@/shared/hooks/hints';
import { Store } from '@/shared/store';
import type { RoomEndpoints } from './endpoints';
import type { RoomMessage } from './types';

export interface RoomChatState {
  messages: readonly RoomMessage[];
  unsent: readonly { id: string; text: string; failed: boolean }[];
  /** Messages of others that came while the block was closed. */
  unread: number;
  failure: Failure | null;
}

/** The messages of one conference: what is new is asked for after each hint, by the number that is known. */
export class RoomChat extends Store<RoomChatState> {
  private known = 0;
  private reading = false;
  private again = false;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly requestId: string,
    private readonly endpoints: Pick<RoomEndpoints, 'messages' | 'say'>,
    private readonly live: LiveConnection,
  ) {
    super({ messages: [], unsent: [], unread: 0, failure: null });
  }

  start(): void {
    this.stops.push(
      this.live.onHint((hint) => {
        if (hint.type === 'conferencing.message' && hint.subject === this.requestId) void this.refresh();
      }),
      this.live.onConnected(() => void this.refresh()),
    );
    void this.refresh();
  }

  stop(): void {
    this.stops.splice(0).forEach((stop) => stop());
  }

  async say(text: string): Promise<void> {
    const id = uuidv7();
    this.change({ unsent: [...this.snapshot().unsent, { id, text, failed: false }], failure: null });
    await this.send(id, text);
  }

  async retry(id: string): Promise<void> {
    const message = this.snapshot().unsent.find((each) => each.id === id);
    if (!message) return;
    this.change({ unsent: this.snapshot().unsent.map((each) => (each.id === id ? { ...each, failed: false } : each)), failure: null });
    await this.send(id, message.text);
  }

  seen(): void {
    if (this.snapshot().unread > 0) this.change({ unread: 0 });
  }

  async refresh(): Promise<void> {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = true;
    try {
      do {
        this.again = false;
        const { items, last } = await this.endpoints.messages(this.known);
        this.add(items);
        if (this.known < last && items.length > 0) this.again = true;
      } while (this.again);
    } catch {
      // The next hint or reconnect asks again.
    } finally {
      this.reading = false;
    }
  }

  private async send(id: string, text: string): Promise<void> {
    try {
      const message = await this.endpoints.say(id, text);
      this.change({ unsent: this.snapshot().unsent.filter((each) => each.id !== id) });
      // Others may have written between: numbers are taken only in order.
      if (message.number === this.known + 1) this.add([message]);
      else await this.refresh();
    } catch (error) {
      this.change({ unsent: this.snapshot().unsent.map((each) => (each.id === id ? { ...each, failed: true } : each)), failure: failureOf(error) });
    }
  }

  private add(items: readonly RoomMessage[]): void {
    const fresh = items.filter(({ number }) => number > this.known);
    if (fresh.length === 0) return;
    this.known = fresh.at(-1)!.number;
    this.change({
      messages: [...this.snapshot().messages, ...fresh],
      unread: this.snapshot().unread + fresh.filter(({ mine }) => !mine).length,
    });
  }

  private change(part: Partial<RoomChatState>): void {
    this.set({ ...this.snapshot(), ...part });
  }
}
