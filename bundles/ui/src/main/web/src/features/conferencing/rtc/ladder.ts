/** What is sent to one person: each rung costs about a third of the one above it. */
export type Rung = '720p' | '360p' | '180p' | 'audio';

export const RUNGS: readonly Rung[] = ['720p', '360p', '180p', 'audio'];

/** What the sender knows of the way to one person; null where the browser does not tell. */
export interface Sending {
  /** 0 to 1 */
  loss: number | null;
  /** seconds */
  roundTrip: number | null;
  /** bits per second that the congestion control believes in */
  available: number | null;
}

const NEEDS: Readonly<Record<Rung, number>> = { '720p': 600_000, '360p': 220_000, '180p': 80_000, audio: 0 };
const BAD_IN_A_ROW = 3;
const GOOD_IN_A_ROW = 8;
const LONGEST_PROBATION = 64;

/**
 * Steps down quickly and up slowly. A step up that fails doubles the time until the next one, so that the picture does not come and go.
 */
export class Ladder {
  rung: Rung;
  private bad = 0;
  private good = 0;
  private probation = GOOD_IN_A_ROW;
  private sinceUp = Number.POSITIVE_INFINITY;

  constructor(private readonly top: Rung = '720p') {
    this.rung = top;
  }

  /** @return whether the rung is another one now */
  push(sending: Sending): boolean {
    this.sinceUp += 1;
    if (this.isBad(sending)) {
      this.good = 0;
      this.bad += 1;
      return this.bad >= BAD_IN_A_ROW && this.down();
    }
    this.bad = 0;
    this.good = this.isGood(sending) ? this.good + 1 : 0;
    return this.good >= this.probation && this.up();
  }

  private isBad({ loss, roundTrip, available }: Sending): boolean {
    return (loss ?? 0) > 0.1 || (roundTrip ?? 0) > 1.2 || (available ?? Infinity) < NEEDS[this.rung];
  }

  private isGood({ loss, roundTrip, available }: Sending): boolean {
    if ((loss ?? 0) > 0.03 || (roundTrip ?? 0) > 0.6) return false;
    const above = RUNGS[RUNGS.indexOf(this.rung) - 1];
    // With the picture off nothing is sent from which the bandwidth could be learnt: then only loss and delay speak.
    return this.rung === 'audio' || above === undefined || (available ?? Infinity) >= NEEDS[above];
  }

  private down(): boolean {
    this.bad = 0;
    const next = RUNGS[RUNGS.indexOf(this.rung) + 1];
    if (next === undefined) return false;
    if (this.sinceUp <= GOOD_IN_A_ROW) this.probation = Math.min(this.probation * 2, LONGEST_PROBATION);
    this.rung = next;
    return true;
  }

  private up(): boolean {
    this.good = 0;
    const at = RUNGS.indexOf(this.rung);
    if (at <= RUNGS.indexOf(this.top)) return false;
    this.rung = RUNGS[at - 1]!;
    this.sinceUp = 0;
    return true;
  }
}
