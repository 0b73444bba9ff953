import type { Collaborator, ExcalidrawImperativeAPI, SocketId } from '@excalidraw/excalidraw/types';
import type { Call } from '../model/Call';

const EACH_MS = 120;
const GONE_MS = 8_000;

/** Where the others point on the board; nothing of it is kept. */
export class Pointers {
  private canvas: ExcalidrawImperativeAPI | null = null;
  private readonly seen = new Map<string, { collaborator: Collaborator; at: number }>();
  private stopHearing: () => void = () => {};
  private sweeper: ReturnType<typeof setInterval> | undefined;
  private last = 0;

  constructor(private readonly call: Call) {}

  start(canvas: ExcalidrawImperativeAPI): void {
    this.canvas = canvas;
    this.stopHearing = this.call.live.onHint(({ type, subject, payload }) => {
      if (type !== 'conferencing.pointer' || subject !== this.call.requestId) return;
      const { from, data } = (payload ?? {}) as { from?: string; data?: string };
      const me = this.call.me;
      if (!from || !data || from === me?.id || from === this.call.connection) return;
      try {
        const { x, y, button } = JSON.parse(data) as { x: number; y: number; button: 'up' | 'down' };
        const person = this.call.snapshot().room?.participants.find(({ id, connection }) => id === from || connection === from);
        this.seen.set(from, { at: Date.now(), collaborator: { username: person?.name ?? '', pointer: { x, y, tool: 'pointer' }, button, id: from } });
        this.show();
      } catch {
        // What is no pointer is not shown.
      }
    });
    this.sweeper = setInterval(() => {
      const before = this.seen.size;
      for (const [id, { at }] of this.seen) if (Date.now() - at > GONE_MS) this.seen.delete(id);
      if (this.seen.size !== before) this.show();
    }, 1_000);
  }

  stop(): void {
    clearInterval(this.sweeper);
    this.stopHearing();
    this.canvas = null;
  }

  moved({ x, y }: { x: number; y: number }, button: 'up' | 'down'): void {
    if (Date.now() - this.last < EACH_MS) return;
    this.last = Date.now();
    const data = JSON.stringify({ x: Math.round(x), y: Math.round(y), button });
    this.call.live.send({ type: 'conferencing.pointer', subject: this.call.requestId, payload: { connection: this.call.connection, data } });
  }

  private show(): void {
    this.canvas?.updateScene({ collaborators: new Map([...this.seen].map(([id, { collaborator }]) => [id as SocketId, collaborator])) });
  }
}
