import { describe, expect, it } from 'vitest';
import { badge, Hysteresis, sampleOf, type RawSample } from './quality';

const report = (stats: Record<string, Record<string, unknown>>) => Object.entries(stats);

describe('a look at the statistics', () => {
  it('adds up sound and picture and follows the chosen pair', () => {
    const sample = sampleOf(
      report({
        a: { type: 'inbound-rtp', timestamp: 5, packetsReceived: 100, packetsLost: 3, jitter: 0.01, bytesReceived: 10 },
        v: { type: 'inbound-rtp', timestamp: 5, packetsReceived: 50, packetsLost: -1, jitter: 0.04, framesDecoded: 30, freezeCount: 1, bytesReceived: 20 },
        o: { type: 'outbound-rtp', bytesSent: 7 },
        r: { type: 'remote-inbound-rtp', fractionLost: 0.25 },
        t: { type: 'transport', selectedCandidatePairId: 'p' },
        p: { type: 'candidate-pair', currentRoundTripTime: 0.2, availableOutgoingBitrate: 300_000, localCandidateId: 'c' },
        q: { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 9 },
        c: { type: 'local-candidate', candidateType: 'relay' },
      }),
    );
    expect(sample).toEqual({
      at: 5, received: 150, lost: 3, frames: 30, freezes: 1, jitter: 0.04, roundTrip: 0.2, sendLoss: 0.25, available: 300_000, sentBytes: 7, receivedBytes: 30, path: 'relay',
    });
  });

  it('takes the nominated pair where there is no transport', () => {
    const sample = sampleOf(report({ q: { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.3, localCandidateId: 'c' }, c: { type: 'local-candidate', candidateType: 'host' } }));
    expect(sample.roundTrip).toBe(0.3);
    expect(sample.path).toBe('host');
  });
});

const base: RawSample = sampleOf([]);

describe('the grade', () => {
  it.each([
    [{ received: 100 }, 'good'],
    [{ received: 96, lost: 4 }, 'fair'],
    [{ received: 80, lost: 20 }, 'poor'],
    [{ received: 100, roundTrip: 0.5 }, 'fair'],
    [{ received: 100, roundTrip: 1 }, 'poor'],
    [{ received: 100, freezes: 2 }, 'poor'],
    [{ received: 100, jitter: 0.06 }, 'fair'],
  ] as const)('of %j is %s', (change, grade) => {
    expect(badge(base, { ...base, ...change })).toBe(grade);
  });
});

describe('the badge', () => {
  it('shows worse after two looks and better after four', () => {
    const shown = new Hysteresis();
    const seen = (['good', 'poor', 'good', 'poor', 'poor', 'good', 'good', 'good', 'good'] as const).map((grade) => {
      shown.push(grade);
      return shown.grade;
    });
    expect(seen).toEqual(['good', 'good', 'good', 'good', 'poor', 'poor', 'poor', 'poor', 'good']);
  });
});
