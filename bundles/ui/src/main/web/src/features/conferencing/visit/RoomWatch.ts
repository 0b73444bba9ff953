import type { LiveConnection } from '@/shared/hooks/hints';
import { Store } from '@/shared/store';
import type { RoomEndpoints } from '../model/endpoints';
import type { Room } from '../model/types';

const EACH_MS = 15_000;

/** The room of the request while one is not in it: whether it rings, whether the doctor is there. */
export class RoomWatch extends Store<Room | null> {
  private readonly stops: (() => void)[] = [];
  private reading = false;
  private again = false;

  constructor(
    private readonly requestId: string,
    private readonly endpoints: Pick<RoomEndpoints, 'room'>,
    private readonly live: LiveConnection,
  ) {
    super(null);
  }

  start(): void {
    const look = () => {
      if (document.visibilityState === 'visible') void this.refresh();
    };
    // Without a socket a ring would be missed.
    const timer = setInterval(look, EACH_MS);
    document.addEventListener('visibilitychange', look);
    this.stops.push(
      this.live.onHint((hint) => {
        if (hint.type === 'conferencing.room' && hint.subject === this.requestId) void this.refresh();
      }),
      this.live.onConnected(() => void this.refresh()),
      () => clearInterval(timer),
      () => document.removeEventListener('visibilitychange', look),
    );
    void this.refresh();
  }

  stop(): void {
    this.stops.splice(0).forEach((stop) => stop());
  }

  /** An answer that one has from elsewhere. */
  know(room: Room): void {
    const before = this.snapshot();
    if (!before || before.conferenceId !== room.conferenceId || room.number >= before.number) this.set(room);
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
        this.know(await this.endpoints.room());
      } while (this.again);
    } catch {
      // Without an answer what is known stays; the next hint or look asks again.
    } finally {
      this.reading = false;
    }
  }
}
