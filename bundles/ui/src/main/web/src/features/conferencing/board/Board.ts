import { isApiError } from '@/shared/api/client';
import { failureOf, type Failure } from '@/shared/failure';
import type { LiveConnection } from '@/shared/hooks/hints';
import { Store } from '@/shared/store';
import type { RoomEndpoints } from '../model/endpoints';
import type { BoardElement } from '../model/types';

/** What the board needs of a drawing's element; the rest is its own. */
export interface Drawn {
  id: string;
  version: number;
  versionNonce: number;
}

/** The canvas. */
export interface Surface<E extends Drawn> {
  elements(): readonly E[];
  /** Puts elements of others on the canvas, beside what is drawn on it now. */
  merge(elements: readonly E[]): void;
}

export interface BoardState {
  loaded: boolean;
  failure: Failure | null;
  /** The server took something not: others do not see it. */
  refused: Failure | null;
}

const SEND_MS = 150;
const MESSAGE_ELEMENTS = 200;
const MESSAGE_CHARACTERS = 90_000;
const ELEMENT_CHARACTERS = 60_000;
const CONFIRM_MS = 5_000;

/** One request's board: sends what rose in version, takes what others drew, asks for what was missed. */
export class Board<E extends Drawn> extends Store<BoardState> {
  /** What the server is known to have, by element. */
  private readonly settled = new Map<string, { version: number; nonce: number }>();
  /** What was sent and has not come back yet. */
  private readonly sent = new Map<string, number>();
  private readonly stops: (() => void)[] = [];
  private known = 0;
  private reading = false;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private confirm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly requestId: string,
    private readonly connection: string,
    private readonly endpoints: Pick<RoomEndpoints, 'board' | 'draw'>,
    private readonly live: LiveConnection,
    private readonly surface: Surface<E>,
  ) {
    super({ loaded: false, failure: null, refused: null });
  }

  start(): void {
    this.stops.push(
      this.live.onHint(({ type, subject, number, payload }) => {
        if (type === 'live.refused' && (payload as { type?: string } | null)?.type === 'conferencing.board') this.resend();
        if (type !== 'conferencing.board' || subject !== this.requestId) return;
        const { from, elements } = (payload ?? {}) as { from?: string; elements?: BoardElement[] };
        if (number === this.known + 1 && elements) {
          this.known = number;
          this.take(elements, from === this.connection);
        } else if (number !== null && number > this.known) {
          void this.refresh();
        }
      }),
      this.live.onConnected(() => {
        void this.refresh().then(() => this.resend());
      }),
    );
    void this.refresh();
  }

  stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.confirm);
    // What was drawn in the last moment goes without waiting.
    if (this.changed().length > 0) void this.post();
    this.stops.splice(0).forEach((stop) => stop());
  }

  /** Something on the canvas may be new. */
  drawn(): void {
    if (!this.snapshot().loaded) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.send();
    }, SEND_MS);
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
        const { number, elements } = await this.endpoints.board(this.known);
        this.known = Math.max(this.known, number);
        this.take(elements, false);
      } while (this.again);
      this.change({ loaded: true, failure: null });
      this.drawn();
    } catch (error) {
      this.change({ failure: failureOf(error) });
    } finally {
      this.reading = false;
    }
  }

  private take(elements: readonly BoardElement[], mine: boolean): void {
    const fresh: E[] = [];
    for (const { id, version, nonce, element } of elements) {
      if (this.sent.get(id) === version) this.sent.delete(id);
      const settled = this.settled.get(id);
      if (settled && (settled.version > version || (settled.version === version && settled.nonce <= nonce))) continue;
      this.settled.set(id, { version, nonce });
      if (mine) continue;
      try {
        fresh.push(JSON.parse(element) as E);
      } catch {
        // A broken element is left out; the others are shown.
      }
    }
    if (fresh.length > 0) this.surface.merge(fresh);
  }

  private changed(): E[] {
    return this.surface.elements().filter(({ id, version, versionNonce }) => {
      if ((this.sent.get(id) ?? -1) >= version) return false;
      const settled = this.settled.get(id);
      return !settled || settled.version < version || (settled.version === version && settled.nonce > versionNonce);
    });
  }

  private send(): void {
    const elements: BoardElement[] = [];
    let characters = 0;
    let rest = false;
    for (const drawn of this.changed()) {
      const element = JSON.stringify(drawn);
      if (element.length > ELEMENT_CHARACTERS) {
        this.sent.set(drawn.id, drawn.version);
        this.change({ refused: { code: 'conferencing.board-full', status: 409, members: {}, temporary: false } });
        continue;
      }
      if (elements.length === MESSAGE_ELEMENTS || characters + element.length > MESSAGE_CHARACTERS) {
        rest = true;
        break;
      }
      characters += element.length;
      elements.push({ id: drawn.id, version: drawn.version, nonce: drawn.versionNonce, element });
    }
    if (elements.length === 0) return;
    for (const { id, version } of elements) this.sent.set(id, version);
    const went = this.live.send({ type: 'conferencing.board', subject: this.requestId, payload: { connection: this.connection, elements } });
    if (went) this.awaitConfirmation();
    else void this.draw(elements);
    if (rest) this.drawn();
  }

  private awaitConfirmation(): void {
    clearTimeout(this.confirm);
    this.confirm = setTimeout(() => this.sent.size > 0 && this.resend(), CONFIRM_MS);
  }

  /** What did not come back is sent once more, in the way that tells why it is not taken. */
  private resend(): void {
    this.sent.clear();
    void this.post();
  }

  private async post(): Promise<void> {
    const elements = this.changed()
      .map((drawn) => ({ id: drawn.id, version: drawn.version, nonce: drawn.versionNonce, element: JSON.stringify(drawn) }))
      .filter(({ element }) => element.length <= ELEMENT_CHARACTERS);
    for (let at = 0; at < elements.length; at += 50) await this.draw(elements.slice(at, at + 50));
  }

  private async draw(elements: BoardElement[]): Promise<void> {
    for (const { id, version } of elements) this.sent.set(id, version);
    try {
      await this.endpoints.draw(this.connection, elements);
      this.take(elements, true);
      this.change({ refused: null });
    } catch (error) {
      for (const { id, version } of elements) if (this.sent.get(id) === version) this.sent.delete(id);
      if (isApiError(error) && error.status >= 400 && error.status < 500 && error.status !== 429) this.change({ refused: failureOf(error) });
      else this.timer ??= setTimeout(() => { this.timer = undefined; this.send(); }, CONFIRM_MS);
    }
  }

  private change(part: Partial<BoardState>): void {
    this.set({ ...this.snapshot(), ...part });
  }
}
