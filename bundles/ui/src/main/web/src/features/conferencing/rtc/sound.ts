/** Sound that the page makes and measures: one context, which browsers allow only after a click or key. */
let shared: AudioContext | null = null;

export function audioContext(): AudioContext | null {
  const Context = window.AudioContext ?? (window as { webkitAudioContext?: typeof AudioContext }).webkitAudioContext;
  if (!Context) return null;
  shared ??= new Context();
  if (shared.state === 'suspended') void shared.resume().catch(() => {});
  return shared;
}

/** How loud a track is, 0 to 1, asked as often as it is drawn. */
export class LevelMeter {
  private readonly source: MediaStreamAudioSourceNode | null;
  private readonly analyser: AnalyserNode | null;
  private readonly buffer = new Uint8Array(512);

  constructor(track: MediaStreamTrack) {
    const context = audioContext();
    this.source = context?.createMediaStreamSource(new MediaStream([track])) ?? null;
    this.analyser = context?.createAnalyser() ?? null;
    if (this.analyser) this.analyser.fftSize = 512;
    if (this.source && this.analyser) this.source.connect(this.analyser);
  }

  level(): number {
    if (!this.analyser) return 0;
    this.analyser.getByteTimeDomainData(this.buffer);
    return loudness(this.buffer);
  }

  close(): void {
    this.source?.disconnect();
  }
}

/** Loudness of unsigned samples around 128; about 0.1 for quiet speech, 1 for shouting. */
export function loudness(samples: Uint8Array): number {
  let sum = 0;
  for (const sample of samples) sum += (sample - 128) ** 2;
  const rms = Math.sqrt(sum / samples.length) / 128;
  return Math.min(1, rms * 4);
}

/** A tone of a second and a half through the chosen loudspeaker. */
export async function testTone(speaker: string | null): Promise<void> {
  const context = audioContext();
  if (!context) return;
  const target = context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
  if (speaker) await target.setSinkId?.(speaker).catch(() => {});
  tone(context, [523, 659, 784], 0.4);
  await new Promise((resolve) => setTimeout(resolve, 1_400));
}

/** The telephone rings until the returned function is called. */
export function ring(): () => void {
  const context = audioContext();
  const once = () => context && tone(context, [880, 660, 880, 660], 0.25);
  once();
  const timer = setInterval(once, 2_500);
  return () => clearInterval(timer);
}

/** One soft sound: somebody waits. */
export function chime(): void {
  const context = audioContext();
  if (context) tone(context, [660, 880], 0.22);
}

function tone(context: AudioContext, pitches: readonly number[], each: number): void {
  const gain = context.createGain();
  gain.connect(context.destination);
  pitches.forEach((pitch, index) => {
    const begin = context.currentTime + index * each;
    const oscillator = context.createOscillator();
    oscillator.frequency.value = pitch;
    oscillator.connect(gain);
    gain.gain.setValueAtTime(0.0001, begin);
    gain.gain.exponentialRampToValueAtTime(0.2, begin + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + each * 0.95);
    oscillator.start(begin);
    oscillator.stop(begin + each);
  });
}
