import type { Hint } from '@/shared/api/types';
import { type Failure, failureOf } from '@/shared/failure';
import { Outbox, type OutboxEndpoints, type OutboxMemory } from './Outbox';
import { Store } from '@/shared/store';
import { merge, newest, unreadAbove } from './timeline';
import type { Chat, Message, MessagePage } from './types';

export interface ConversationEndpoints extends OutboxEndpoints {
  chat(): Promise<Chat>;
  messages(bounds: { after: number } | { before: number }): Promise<MessagePage>;
  read(upTo: number): Promise<void>;
}

export interface ConversationState {
  /** not-yet: the chat is being created. */
  phase: 'loading' | 'not-yet' | 'ready' | 'failed';
  chat: Chat | null;
  messages: readonly Message[];
  /** Whether the first message of the chat is here. */
  complete: boolean;
  loadingEarlier: boolean;
  /** What went wrong with the last question, null when it was answered. */
  failure: Failure | null;
  /** Messages of others that were not read. */
  unread: number;
}

const POLL_MS = 3_000;
/** With a living channel: in case that a hint was lost with a connection that nobody saw die. */
const SAFETY_POLL_MS = 30_000;
/** After a refusal, which will hardly change by itself. */
const REFUSED_POLL_MS = 15_000;
const PAGE = 50;

const EMPTY: ConversationState = {
  phase: 'loading',
  chat: null,
  messages: [],
  complete: false,
  loadingEarlier: false,
  failure: null,
  unread: 0,
};

/**
 * One chat that is open in a browser, doctor's or patient's. Hints only say that something may be new; what is new is always asked
 * by the number of the newest message that is here, so nothing can be missed and nothing comes twice.
 */
export class Conversation extends Store<ConversationState> {
  readonly outbox: Outbox;
  private started = false;
  private connected = false;
  private asking: Promise<void> | null = null;
  private askAgain = false;
  private refreshChat = false;
  private marked = 0;
  /** Every message up to this number is here; an own message above it may be here as well. */
  private gapless = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly endpoints: ConversationEndpoints,
    private readonly options: { requestId: string | null; memory?: OutboxMemory; onFailure?: (failure: Failure) => void } = {
      requestId: null,
    },
  ) {
    super(EMPTY);
    this.outbox = new Outbox(
      endpoints,
      (message) => this.sent(message),
      options.memory,
    );
  }

  start(): void {
    if (this.started) return;
    this.started = true;
    this.outbox.resume();
    void this.ask();
  }

  stop(): void {
    this.started = false;
    clearTimeout(this.timer);
  }

  /** The live channel came or went. After it came back what was missed is asked. */
  setConnected(connected: boolean): void {
    if (this.connected === connected) return;
    this.connected = connected;
    if (!this.started) return;
    this.refreshChat = true;
    void this.ask();
    if (connected) this.outbox.retryWaiting();
  }

  hint(hint: Hint): void {
    if (this.options.requestId !== null && hint.subject !== null && hint.subject !== this.options.requestId) return;
    if (hint.type === 'chat.message') {
      if (!hint.number || hint.number > this.gapless) void this.ask();
      return;
    }
    this.refreshChat = true;
    void this.ask();
  }

  /** Asks now, for example because the page became visible. */
  async refresh(): Promise<void> {
    this.refreshChat = true;
    this.outbox.retryWaiting();
    await this.ask();
  }

  /** Everything that is here was seen. */
  markRead(): void {
    const { chat, messages, phase } = this.snapshot();
    const upTo = Math.min(newest(messages), this.gapless);
    if (phase !== 'ready' || !chat || upTo <= Math.max(chat.readUpTo, this.marked)) return;
    this.marked = upTo;
    this.update({ chat: { ...chat, readUpTo: upTo } });
    this.endpoints.read(upTo).catch(() => {
      // The next look at the chat shows it unread again, and then it is marked again.
      this.marked = 0;
      this.refreshChat = true;
    });
  }

  /** Loads what stands before the first message that is here. */
  async earlier(): Promise<void> {
    const { messages, complete, loadingEarlier, phase } = this.snapshot();
    const first = messages[0]?.number;
    if (phase !== 'ready' || complete || loadingEarlier || first === undefined) return;
    this.update({ loadingEarlier: true });
    try {
      const page = await this.endpoints.messages({ before: first });
      this.update({ loadingEarlier: false, messages: merge(this.snapshot().messages, page.items), complete: isStart(page) });
    } catch (error) {
      this.update({ loadingEarlier: false, failure: failureOf(error) });
    }
  }

  private ask(): Promise<void> {
    if (this.asking) {
      this.askAgain = true;
      return this.asking;
    }
    clearTimeout(this.timer);
    this.asking = this.questions().finally(() => {
      this.asking = null;
      if (!this.started) return;
      if (this.askAgain) {
        this.askAgain = false;
        void this.ask();
        return;
      }
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.ask(), this.pause());
    });
    return this.asking;
  }

  private pause(): number {
    const { failure, phase } = this.snapshot();
    if (failure && !failure.temporary) return REFUSED_POLL_MS;
    return this.connected && phase === 'ready' && !failure ? SAFETY_POLL_MS : POLL_MS;
  }

  private async questions(): Promise<void> {
    try {
      if (this.snapshot().chat === null) await this.open();
      else await this.catchUp();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'chat.not-yet') {
        this.update({ phase: 'not-yet', failure: null });
        return;
      }
      this.update({ failure, phase: this.snapshot().chat === null && !failure.temporary ? 'failed' : this.snapshot().phase });
      if (!failure.temporary) this.options.onFailure?.(failure);
    }
  }

  private async open(): Promise<void> {
    const chat = await this.endpoints.chat();
    const page = chat.last > 0 ? await this.endpoints.messages({ before: chat.last + 1 }) : { items: [], last: 0 };
    this.gapless = Math.max(chat.last, page.items.at(-1)?.number ?? 0);
    this.outbox.arrived(page.items);
    const messages = merge(this.snapshot().messages, page.items);
    this.update({ phase: 'ready', chat, messages, complete: isStart(page), failure: null });
  }

  private async catchUp(): Promise<void> {
    // Without the channel nobody says that the other side has read or that the chat was closed.
    if (this.refreshChat || !this.connected) {
      // Before the question: a hint that comes while it is on its way may know more than its answer.
      this.refreshChat = false;
      const chat = await this.endpoints.chat().catch((error: unknown) => {
        this.refreshChat = true;
        throw error;
      });
      const readUpTo = Math.max(chat.readUpTo, this.marked);
      this.update({ chat: { ...chat, readUpTo } });
      if (chat.last <= this.gapless) {
        this.update({ failure: null });
        return;
      }
    }
    for (;;) {
      const page = await this.endpoints.messages({ after: this.gapless });
      this.outbox.arrived(page.items);
      const { chat, messages } = this.snapshot();
      this.update({ messages: merge(messages, page.items), chat: chat && { ...chat, last: Math.max(chat.last, page.last) } });
      this.gapless = page.items.at(-1)?.number ?? page.last;
      if (page.last <= this.gapless) break;
    }
    this.update({ failure: null });
  }

  /** An own message was accepted. When others came before it, they are asked for; it is shown at once. */
  private sent(message: Message): void {
    const { chat, messages } = this.snapshot();
    if (message.number === this.gapless + 1) this.gapless = message.number;
    else if (message.number > this.gapless) void this.ask();
    this.update({
      messages: merge(messages, [message]),
      chat: chat && { ...chat, last: Math.max(chat.last, message.number) },
    });
  }

  private update(part: Partial<ConversationState>): void {
    const next = { ...this.snapshot(), ...part };
    next.unread = next.chat ? unreadAbove(next.messages, next.chat.readUpTo) : 0;
    this.set(next);
  }
}

const isStart = (page: MessagePage): boolean => page.items.length < PAGE || page.items[0]?.number === 1;

export const MESSAGES_PER_PAGE = PAGE;
