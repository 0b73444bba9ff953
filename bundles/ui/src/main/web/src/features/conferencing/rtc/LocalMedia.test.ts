import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalMedia, type Choices } from './LocalMedia';

class FakeTrack {
  onended: (() => void) | null = null;
  contentHint = '';
  stopped = false;
  constructor(readonly kind: 'audio' | 'video') {}
  stop(): void {
    this.stopped = true;
  }
}

const failure = (name: string) => Object.assign(new Error(name), { name });
const stream = (constraints: MediaStreamConstraints) => {
  const tracks = [...(constraints.audio ? [new FakeTrack('audio')] : []), ...(constraints.video ? [new FakeTrack('video')] : [])];
  return { getAudioTracks: () => tracks.filter((t) => t.kind === 'audio'), getVideoTracks: () => tracks.filter((t) => t.kind === 'video') };
};
const getUserMedia = vi.fn();
const memory = (initial: Record<string, string> = {}): Choices => {
  const kept = { ...initial };
  return { read: () => kept, write: (name, value) => void (kept[name] = value) };
};

beforeEach(() => {
  getUserMedia.mockReset();
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia, enumerateDevices: async () => [{ kind: 'videoinput', deviceId: 'c1', label: 'Camera' }, { kind: 'audioinput', deviceId: '', label: '' }], addEventListener: vi.fn(), removeEventListener: vi.fn() },
  });
});
afterEach(() => Reflect.deleteProperty(navigator, 'mediaDevices'));

describe('the devices of this browser', () => {
  it('are asked for together, with one question', async () => {
    getUserMedia.mockImplementation(async (constraints: MediaStreamConstraints) => stream(constraints));
    const media = new LocalMedia(memory());
    await media.start({ camera: true, microphone: true });
    expect(getUserMedia).toHaveBeenCalledTimes(1);
    expect(media.snapshot().camera?.kind).toBe('video');
    expect(media.snapshot().microphone?.kind).toBe('audio');
    expect(media.snapshot().cameras).toEqual([{ id: 'c1', label: 'Camera' }]);
    expect(media.snapshot().microphones).toEqual([]);
  });

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
    ['Strange', 'unknown'],
  ])('one without the other: %s of the camera is «%s», the microphone works', async (name, expected) => {
    getUserMedia.mockImplementation(async (constraints: MediaStreamConstraints) => {
      if (constraints.video) throw failure(name);
      return stream(constraints);
    });
    const media = new LocalMedia(memory());
    await media.start({ camera: true, microphone: true });
    expect(media.snapshot().failures).toEqual({ camera: expected, microphone: null });
    expect(media.snapshot().microphone).not.toBeNull();
    expect(media.snapshot().starting).toBe(false);
  });

  it('without the one that was chosen last time, any other is taken', async () => {
    getUserMedia.mockImplementation(async (constraints: MediaStreamConstraints) => {
      if (JSON.stringify(constraints).includes('gone')) throw failure('OverconstrainedError');
      return stream(constraints);
    });
    const media = new LocalMedia(memory({ camera: 'gone' }));
    await media.start({ camera: true, microphone: false });
    expect(media.snapshot().camera).not.toBeNull();
    expect(media.snapshot().failures.camera).toBeNull();
  });

  it('an unplugged camera is said to be lost', async () => {
    getUserMedia.mockImplementation(async (constraints: MediaStreamConstraints) => stream(constraints));
    const media = new LocalMedia(memory());
    await media.start({ camera: true, microphone: false });
    (media.snapshot().camera as unknown as FakeTrack).onended!();
    expect(media.snapshot().camera).toBeNull();
    expect(media.snapshot().failures.camera).toBe('lost');
  });

  it('another camera is remembered and replaces the running one', async () => {
    getUserMedia.mockImplementation(async (constraints: MediaStreamConstraints) => stream(constraints));
    const choices = memory();
    const media = new LocalMedia(choices);
    await media.start({ camera: true, microphone: false });
    const first = media.snapshot().camera as unknown as FakeTrack;
    await media.choose('camera', 'c2');
    expect(first.stopped).toBe(true);
    expect(choices.read()).toEqual({ camera: 'c2' });
    expect(JSON.stringify(getUserMedia.mock.lastCall)).toContain('"exact":"c2"');
  });

  it('a browser without any is told so', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
    const media = new LocalMedia(memory());
    await media.start({ camera: true, microphone: true });
    expect(media.snapshot().failures).toEqual({ camera: 'unsupported', microphone: 'unsupported' });
  });
});
