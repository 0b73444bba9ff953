export type Grade = 'good' | 'fair' | 'poor';

/** Counters and figures of one look at a connection's statistics. */
export interface RawSample {
  at: number;
  received: number;
  lost: number;
  frames: number;
  freezes: number;
  /** seconds, the larger of sound and picture */
  jitter: number;
  /** seconds; null before the first measurement */
  roundTrip: number | null;
  /** 0 to 1 of what we send, as the other side reports it */
  sendLoss: number | null;
  /** bits per second */
  available: number | null;
  sentBytes: number;
  receivedBytes: number;
  /** 'relay' when the way goes through TURN */
  path: string | null;
}

type Stat = Readonly<Record<string, unknown>> & { type: string; id: string };
const number = (stat: Stat, name: string): number => (typeof stat[name] === 'number' ? (stat[name] as number) : 0);
const optional = (stat: Stat, name: string): number | null => (typeof stat[name] === 'number' ? (stat[name] as number) : null);
const larger = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

export function sampleOf(report: Iterable<readonly [string, unknown]>): RawSample {
  const stats = new Map<string, Stat>();
  for (const [id, stat] of report) stats.set(id, stat as Stat);
  const sample: RawSample = {
    at: 0, received: 0, lost: 0, frames: 0, freezes: 0, jitter: 0, roundTrip: null, sendLoss: null, available: null, sentBytes: 0, receivedBytes: 0, path: null,
  };
  for (const stat of stats.values()) {
    sample.at = Math.max(sample.at, number(stat, 'timestamp'));
    if (stat.type === 'inbound-rtp') {
      sample.received += number(stat, 'packetsReceived');
      sample.lost += Math.max(0, number(stat, 'packetsLost'));
      sample.frames += number(stat, 'framesDecoded');
      sample.freezes += number(stat, 'freezeCount');
      sample.jitter = Math.max(sample.jitter, number(stat, 'jitter'));
      sample.receivedBytes += number(stat, 'bytesReceived');
    } else if (stat.type === 'outbound-rtp') {
      sample.sentBytes += number(stat, 'bytesSent');
    } else if (stat.type === 'remote-inbound-rtp') {
      sample.sendLoss = larger(sample.sendLoss, optional(stat, 'fractionLost'));
    } else if (stat.type === 'transport') {
      const pair = stats.get(String(stat.selectedCandidatePairId));
      if (!pair) continue;
      sample.roundTrip = optional(pair, 'currentRoundTripTime');
      sample.available = optional(pair, 'availableOutgoingBitrate');
      sample.path = (stats.get(String(pair.localCandidateId))?.candidateType as string | undefined) ?? null;
    }
  }
  // Firefox has no transport: the pair says itself that it was chosen.
  if (sample.roundTrip === null) {
    for (const stat of stats.values()) {
      if (stat.type !== 'candidate-pair' || stat.nominated !== true || stat.state !== 'succeeded') continue;
      sample.roundTrip = optional(stat, 'currentRoundTripTime');
      sample.path ??= (stats.get(String(stat.localCandidateId))?.candidateType as string | undefined) ?? null;
    }
  }
  return sample;
}

/** How good what arrives was between two looks. */
export function badge(before: RawSample, now: RawSample): Grade {
  const received = Math.max(0, now.received - before.received);
  const lost = Math.max(0, now.lost - before.lost);
  const loss = received + lost === 0 ? 0 : lost / (received + lost);
  const freezes = Math.max(0, now.freezes - before.freezes);
  const roundTrip = now.roundTrip ?? 0;
  if (loss > 0.08 || roundTrip > 0.8 || now.jitter > 0.12 || freezes > 1) return 'poor';
  if (loss > 0.02 || roundTrip > 0.35 || now.jitter > 0.05 || freezes > 0) return 'fair';
  return 'good';
}

const WORSE_AFTER = 2;
const BETTER_AFTER = 4;
const ORDER: readonly Grade[] = ['good', 'fair', 'poor'];

/** Shows a worse grade after two looks in a row and a better one after four, so that the badge does not flicker. */
export class Hysteresis {
  grade: Grade | null = null;
  private worse = 0;
  private better = 0;

  push(grade: Grade): void {
    if (this.grade === null) {
      this.grade = grade;
      return;
    }
    const step = ORDER.indexOf(grade) - ORDER.indexOf(this.grade);
    this.worse = step > 0 ? this.worse + 1 : 0;
    this.better = step < 0 ? this.better + 1 : 0;
    if (this.worse >= WORSE_AFTER || this.better >= BETTER_AFTER) {
      this.grade = grade;
      this.worse = this.better = 0;
    }
  }
}
