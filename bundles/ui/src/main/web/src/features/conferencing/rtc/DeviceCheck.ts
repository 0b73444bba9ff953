import { Store } from '@/shared/store';
import { diagnose, outcomeOf, type Cause, type Findings, type Outcome } from './diagnosis';
import type { LocalMedia } from './LocalMedia';
import { relayLoop, type LoopResult } from './relayLoop';
import { LevelMeter } from './sound';

export type StepState = 'waiting' | 'running' | 'ok' | 'problem';

export interface CheckState {
  devices: StepState;
  sound: StepState;
  network: StepState;
  /** Null until the check is through. */
  result: CheckResult | null;
}

export interface CheckResult {
  outcome: Outcome;
  cause: Cause | null;
  camera: 'OK' | 'DENIED' | 'MISSING' | 'BUSY' | 'FAILED' | 'SKIPPED';
  microphone: 'OK' | 'DENIED' | 'MISSING' | 'BUSY' | 'FAILED' | 'SKIPPED';
  sound: 'OK' | 'FAILED' | 'SKIPPED';
  udp: boolean | null;
  tcp: boolean | null;
  lossPercent: number | null;
  kilobitsPerSecond: number | null;
  roundTripMs: number | null;
  browser: string;
}

const WORDS = {
  ok: 'OK', silent: 'OK', skipped: 'SKIPPED', denied: 'DENIED', missing: 'MISSING', busy: 'BUSY', dark: 'BUSY', lost: 'BUSY',
  unsuitable: 'FAILED', unsupported: 'FAILED', unknown: 'FAILED',
} as const;

const GATHER_MS = 2_000;

/** The check before the call: devices, then the network; whether the tone was heard is asked of the person. */
export class DeviceCheck extends Store<CheckState> {
  private readonly stopper = new AbortController();
  private findings: Findings = { supported: supported(), camera: 'skipped', microphone: 'skipped', udp: null, tcp: null, addresses: [], noCandidates: false };
  private udp: LoopResult | null = null;
  private tcp: LoopResult | null = null;
  private heard: 'OK' | 'FAILED' | 'SKIPPED' = 'SKIPPED';
  private onResult: (result: CheckResult) => void = () => {};

  constructor(
    private readonly media: LocalMedia,
    private readonly servers: () => Promise<readonly RTCIceServer[]>,
  ) {
    super({ devices: 'waiting', sound: 'waiting', network: 'waiting', result: null });
  }

  /** @param onResult called when the check is through, and again when the person says more about the tone */
  async run(onResult: (result: CheckResult) => void): Promise<void> {
    this.onResult = onResult;
    this.change({ devices: 'running', network: 'running', result: null });
    if (this.findings.supported) await Promise.all([this.devices(), this.network()]);
    else this.change({ devices: 'problem', network: 'problem' });
    if (this.stopper.signal.aborted) return;
    this.finish();
  }

  soundHeard(heard: boolean): void {
    this.heard = heard ? 'OK' : 'FAILED';
    this.change({ sound: heard ? 'ok' : 'problem' });
    if (this.snapshot().result) this.finish();
  }

  close(): void {
    this.stopper.abort();
  }

  private async devices(): Promise<void> {
    await this.media.start({ camera: true, microphone: true });
    const { camera, microphone, failures } = this.media.snapshot();
    this.findings = {
      ...this.findings,
      camera: failures.camera ?? (camera ? ((await givesPicture(camera, this.stopper.signal)) ? 'ok' : 'dark') : 'missing'),
      microphone: failures.microphone ?? (microphone ? ((await givesSound(microphone, this.stopper.signal)) ? 'ok' : 'silent') : 'missing'),
    };
    this.change({ devices: this.findings.camera === 'ok' && failures.microphone === null ? 'ok' : 'problem' });
  }

  private async network(): Promise<void> {
    let servers: readonly RTCIceServer[] = [];
    try {
      servers = await this.servers();
    } catch {
      // Without addresses there is nothing to try; the devices are checked all the same.
    }
    const candidates = await ownCandidates(servers, this.stopper.signal);
    this.udp = await relayLoop(servers, 'udp', this.stopper.signal);
    this.tcp = await relayLoop(servers, 'tcp', this.stopper.signal, this.udp?.connected !== true);
    this.findings = { ...this.findings, ...candidates, udp: this.udp?.connected ?? null, tcp: this.tcp?.connected ?? null };
    this.change({ network: this.findings.udp === false || candidates.noCandidates ? 'problem' : 'ok' });
  }

  private finish(): void {
    const figures = this.udp?.connected ? this.udp : this.tcp;
    const result: CheckResult = {
      outcome: outcomeOf(this.findings),
      cause: diagnose(this.findings),
      camera: WORDS[this.findings.camera],
      microphone: WORDS[this.findings.microphone],
      sound: this.heard,
      udp: this.findings.udp,
      tcp: this.findings.tcp,
      lossPercent: figures?.lossPercent ?? null,
      kilobitsPerSecond: figures?.kilobitsPerSecond ?? null,
      roundTripMs: figures?.roundTripMs ?? null,
      browser: browserName(navigator.userAgent),
    };
    this.change({ result });
    this.onResult(result);
  }

  private change(part: Partial<CheckState>): void {
    this.set({ ...this.snapshot(), ...part });
  }
}

/** Whether this browser can take part in a call at all. */
export const supported = (): boolean =>
  typeof RTCPeerConnection === 'function' && typeof navigator.mediaDevices?.getUserMedia === 'function' && typeof RTCRtpTransceiver === 'function';

/** «Chrome 131», for the doctor's list. */
export function browserName(userAgent: string): string {
  const known: [string, RegExp][] = [
    ['Яндекс.Браузер', /YaBrowser\/(\d+)/], ['Edge', /Edg\/(\d+)/], ['Opera', /OPR\/(\d+)/], ['Firefox', /Firefox\/(\d+)/],
    ['Chrome', /(?:Chrome|CriOS)\/(\d+)/], ['Safari', /Version\/(\d+).*Safari/],
  ];
  for (const [name, pattern] of known) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return '';
}

/** A camera of another program often «works» and gives no picture: a frame has to come. */
async function givesPicture(track: MediaStreamTrack, signal: AbortSignal): Promise<boolean> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  void video.play().catch(() => {});
  const came = await until(() => video.videoWidth > 0 && video.currentTime > 0 && !track.muted, 4_000, signal);
  video.srcObject = null;
  return came;
}

async function givesSound(track: MediaStreamTrack, signal: AbortSignal): Promise<boolean> {
  const meter = new LevelMeter(track);
  const heard = await until(() => meter.level() > 0.005, 2_500, signal);
  meter.close();
  return heard;
}

/** The addresses that this browser offers. With a permission for the camera they are real ones, else hidden («….local»). */
async function ownCandidates(servers: readonly RTCIceServer[], signal: AbortSignal): Promise<Pick<Findings, 'addresses' | 'noCandidates'>> {
  const pc = new RTCPeerConnection({ iceServers: [...servers] });
  const seen: string[] = [];
  let any = false;
  let done = false;
  pc.onicecandidate = ({ candidate }) => {
    if (!candidate || candidate.candidate === '') {
      done = true;
      return;
    }
    any = true;
    if (candidate.type === 'host' && candidate.address && !candidate.address.endsWith('.local') && !seen.includes(candidate.address)) seen.push(candidate.address);
  };
  pc.createDataChannel('look');
  await pc.setLocalDescription();
  await until(() => done, GATHER_MS, signal);
  pc.close();
  return { addresses: seen, noCandidates: !any };
}

function until(condition: () => boolean, ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = Date.now() + ms;
    const timer = setInterval(() => {
      const met = condition();
      if (!met && Date.now() < end && !signal.aborted) return;
      clearInterval(timer);
      resolve(met);
    }, 50);
  });
}
