import { describe, expect, it } from 'vitest';
import { Ladder, type Sending } from './ladder';
import { capOf } from './senderCaps';

const good: Sending = { loss: 0, roundTrip: 0.05, available: 3_000_000 };
const lossy: Sending = { loss: 0.25, roundTrip: 0.05, available: 3_000_000 };
const push = (ladder: Ladder, sending: Sending, times: number) => {
  for (let i = 0; i < times; i++) ladder.push(sending);
};

describe('the ladder', () => {
  it('goes down step by step to the voice alone, and no further', () => {
    const ladder = new Ladder();
    const seen = [];
    for (let i = 0; i < 15; i++) if (ladder.push(lossy)) seen.push(ladder.rung);
    expect(seen).toEqual(['360p', '180p', 'audio']);
  });

  it('does not move for one bad moment', () => {
    const ladder = new Ladder();
    for (let i = 0; i < 10; i++) {
      push(ladder, lossy, 2);
      ladder.push(good);
    }
    expect(ladder.rung).toBe('720p');
  });

  it('goes up only after a long good while', () => {
    const ladder = new Ladder();
    push(ladder, lossy, 3);
    push(ladder, good, 7);
    expect(ladder.rung).toBe('360p');
    expect(ladder.push(good)).toBe(true);
    expect(ladder.rung).toBe('720p');
  });

  it('waits twice as long after a step up that failed', () => {
    const ladder = new Ladder();
    push(ladder, lossy, 3);
    push(ladder, good, 8);
    push(ladder, lossy, 3);
    expect(ladder.rung).toBe('360p');
    push(ladder, good, 15);
    expect(ladder.rung).toBe('360p');
    ladder.push(good);
    expect(ladder.rung).toBe('720p');
  });

  it('does not go up to what the way cannot carry', () => {
    const ladder = new Ladder();
    push(ladder, lossy, 3);
    push(ladder, { ...good, available: 300_000 }, 50);
    expect(ladder.rung).toBe('360p');
  });

  it('comes back from the voice alone although nothing tells the bandwidth', () => {
    const ladder = new Ladder();
    push(ladder, lossy, 9);
    push(ladder, { loss: 0, roundTrip: 0.1, available: 40_000 }, 8);
    expect(ladder.rung).toBe('180p');
  });
});

describe('the caps of a sender', () => {
  it('leave each of the others less when there are more', () => {
    expect([2, 3, 4, 9].map((people) => capOf('camera', '720p', people, 720).maxBitrate)).toEqual([1_500_000, 600_000, 350_000, 350_000]);
  });

  it('scale down to the rung and never up', () => {
    expect(capOf('camera', '360p', 2, 720).scaleResolutionDownBy).toBe(2);
    expect(capOf('camera', '720p', 2, 240).scaleResolutionDownBy).toBe(1);
  });

  it('leave the voice alone', () => {
    expect(capOf('microphone', 'audio', 4, 0)).toEqual(capOf('microphone', '720p', 2, 0));
  });
});
