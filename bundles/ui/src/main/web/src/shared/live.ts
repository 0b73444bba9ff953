import type { Hint } from './api/types';
import type { LiveMessage } from './hooks/hints';

export interface LiveOptions {
  /** `/live` or `/live/visit`. */
  path: string;
  onHint: (hint: Hint) => void;
  /** The socket is up (again): whatever happened meanwhile has to be asked for. */
  onConnected: () => void;
  /** There is no socket: asked every three seconds, so that nothing is missed without one. */
  onPoll: () => void;
  onState?: (connected: boolean) => void;
}

const POLL_MS = 3_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** The server pings each 25 s at the protocol's level, which scripts do not see; a socket that is open is taken as alive. */

/** One WebSocket for the tab, with reconnection; without a socket the same questions are asked by polling. */
export class LiveChannel {
  private socket: WebSocket | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private poll: ReturnType<typeof setInterval> | undefined;
  private failures = 0;
  private stopped = true;
  /** The server has said hello on this socket: before that nobody listens at its other end. */
  private greeted = false;

  constructor(private readonly options: LiveOptions) {}

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.failures = 0;
    window.addEventListener('online', this.connectNow);
    document.addEventListener('visibilitychange', this.connectNow);
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    window.removeEventListener('online', this.connectNow);
    document.removeEventListener('visibilitychange', this.connectNow);
    clearTimeout(this.retry);
    clearInterval(this.poll);
    this.poll = undefined;
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  /** @return false when there is no socket that could take it */
  readonly send = (message: LiveMessage): boolean => {
    if (!this.greeted || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  };

  private readonly connectNow = (): void => {
    if (this.stopped || this.socket || document.visibilityState === 'hidden') return;
    clearTimeout(this.retry);
    this.connect();
  };

  private connect(): void {
    const origin = window.location.origin.replace(/^http/, 'ws');
    let socket: WebSocket;
    try {
      socket = new WebSocket(origin + this.options.path);
    } catch {
      this.lost();
      return;
    }
    this.socket = socket;
    socket.onmessage = (event) => {
      if (this.socket === socket) this.received(event.data);
    };
    socket.onclose = () => {
      if (this.socket === socket) this.lost();
    };
  }

  private received(data: unknown): void {
    if (typeof data !== 'string') return;
    let hint: Hint;
    try {
      hint = JSON.parse(data) as Hint;
    } catch {
      return;
    }
    if (hint.type === 'hello') {
      this.failures = 0;
      this.greeted = true;
      clearInterval(this.poll);
      this.poll = undefined;
      this.options.onState?.(true);
      this.options.onConnected();
    } else {
      this.options.onHint(hint);
    }
  }

  private lost(): void {
    this.socket = null;
    this.greeted = false;
    if (this.stopped) return;
    this.options.onState?.(false);
    this.poll ??= setInterval(() => {
      if (document.visibilityState !== 'hidden') this.options.onPoll();
    }, POLL_MS);
    // Half of the pause is random, so that a restarted server is not met by all tabs in the same second.
    const limit = Math.min(FIRST_RETRY_MS * 2 ** this.failures, LAST_RETRY_MS);
    this.failures += 1;
    this.retry = setTimeout(() => this.connect(), limit / 2 + Math.random() * (limit / 2));
  }
}
