import { Store } from '@/shared/store';
import { mediaFailure, type MediaFailure } from './mediaFailure';

export type DeviceKind = 'camera' | 'microphone';

export interface Device {
  id: string;
  label: string;
}

export interface LocalState {
  microphone: MediaStreamTrack | null;
  camera: MediaStreamTrack | null;
  screen: MediaStreamTrack | null;
  failures: Readonly<Record<DeviceKind, MediaFailure | null>>;
  cameras: readonly Device[];
  microphones: readonly Device[];
  speakers: readonly Device[];
  chosen: Readonly<Record<DeviceKind | 'speaker', string | null>>;
  /** The browser is asking, or the device is being started. */
  starting: boolean;
}

export interface Choices {
  read(): Readonly<Record<string, string>>;
  write(name: string, value: string): void;
}

const STORED = 'consilium.devices';

/** Which devices were chosen, kept by the browser. */
export const storedChoices: Choices = {
  read() {
    try {
      return JSON.parse(localStorage.getItem(STORED) ?? '{}') as Record<string, string>;
    } catch {
      return {};
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(STORED, JSON.stringify({ ...this.read(), [name]: value }));
    } catch {
      // Then the choice lasts until the page is closed.
    }
  },
};

const NOTHING: LocalState = {
  microphone: null, camera: null, screen: null, failures: { camera: null, microphone: null },
  cameras: [], microphones: [], speakers: [], chosen: { camera: null, microphone: null, speaker: null }, starting: false,
};

/** Camera, microphone and screen of this browser: asked for together, refused each with its own reason. */
export class LocalMedia extends Store<LocalState> {
  private readonly devicesChanged = (): void => void this.list();
  private readonly devices: MediaDevices | undefined = navigator.mediaDevices;

  constructor(private readonly choices: Choices = storedChoices) {
    const chosen = choices.read();
    super({ ...NOTHING, chosen: { camera: chosen.camera ?? null, microphone: chosen.microphone ?? null, speaker: chosen.speaker ?? null } });
    this.devices?.addEventListener?.('devicechange', this.devicesChanged);
  }

  /** Starts what is wanted and is not running. One question of the browser for both, where it can be. */
  async start(wanted: Readonly<Record<DeviceKind, boolean>>): Promise<void> {
    const kinds = (['microphone', 'camera'] as const).filter((kind) => wanted[kind] && !this.snapshot()[kind]);
    if (kinds.length === 0) return;
    this.change({ starting: true });
    if (kinds.length === 2 && (await this.acquire(kinds)) === null) {
      this.change({ starting: false });
      await this.list();
      return;
    }
    // Together it did not work: which of the two it was is known only when each is asked for.
    for (const kind of kinds) {
      const failure = await this.acquire([kind]);
      this.change({ failures: { ...this.snapshot().failures, [kind]: failure } });
    }
    this.change({ starting: false });
    await this.list();
  }

  stop(kind: DeviceKind | 'screen'): void {
    const track = this.snapshot()[kind];
    if (!track) return;
    track.onended = null;
    track.stop();
    this.change({ [kind]: null });
  }

  /** Uses another device, at once if its kind is running. */
  async choose(kind: DeviceKind | 'speaker', id: string): Promise<void> {
    this.choices.write(kind, id);
    this.change({ chosen: { ...this.snapshot().chosen, [kind]: id } });
    if (kind === 'speaker' || !this.snapshot()[kind]) return;
    // Some systems give a camera only once: the old one goes first.
    this.stop(kind);
    await this.start({ camera: kind === 'camera', microphone: kind === 'microphone' });
  }

  /** @return false when the person chose nothing */
  async shareScreen(): Promise<boolean> {
    try {
      const stream = await this.devices!.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 15 } }, audio: false });
      const track = stream.getVideoTracks()[0];
      if (!track) return false;
      // Letters and skin rather than smooth movement.
      track.contentHint = 'detail';
      track.onended = () => this.change({ screen: null });
      this.stop('screen');
      this.change({ screen: track });
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    this.devices?.removeEventListener?.('devicechange', this.devicesChanged);
    for (const kind of ['camera', 'microphone', 'screen'] as const) this.stop(kind);
  }

  /** @return null for success */
  private async acquire(kinds: readonly DeviceKind[], useChoice = true): Promise<MediaFailure | null> {
    if (!this.devices?.getUserMedia) return 'unsupported';
    const { chosen } = this.snapshot();
    const exact = (kind: DeviceKind) => (useChoice && chosen[kind] ? { deviceId: { exact: chosen[kind] } } : {});
    const constraints: MediaStreamConstraints = {};
    if (kinds.includes('microphone')) constraints.audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...exact('microphone') };
    if (kinds.includes('camera')) constraints.video = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 }, ...exact('camera') };
    try {
      const stream = await this.devices.getUserMedia(constraints);
      for (const kind of kinds) this.adopt(kind, kind === 'camera' ? stream.getVideoTracks()[0] : stream.getAudioTracks()[0]);
      return null;
    } catch (error) {
      const failure = mediaFailure(error);
      // The device chosen last time is not plugged in today: any other will do.
      if (failure === 'unsuitable' && useChoice) return this.acquire(kinds, false);
      return failure;
    }
  }

  private adopt(kind: DeviceKind, track: MediaStreamTrack | undefined): void {
    if (!track) return;
    track.onended = () => {
      this.change({ [kind]: null, failures: { ...this.snapshot().failures, [kind]: 'lost' } });
      void this.list();
    };
    if (kind === 'camera') track.contentHint = 'motion';
    this.change({ [kind]: track, failures: { ...this.snapshot().failures, [kind]: null } });
  }

  private async list(): Promise<void> {
    const all = (await this.devices?.enumerateDevices?.().catch(() => [])) ?? [];
    // Without permission the ids are empty, and nothing could be chosen by them.
    const of = (kind: MediaDeviceKind): Device[] =>
      all.filter((device) => device.kind === kind && device.deviceId !== '').map((device) => ({ id: device.deviceId, label: device.label }));
    this.change({ cameras: of('videoinput'), microphones: of('audioinput'), speakers: of('audiooutput') });
  }

  private change(part: Partial<LocalState>): void {
    this.set({ ...this.snapshot(), ...part });
  }
}
