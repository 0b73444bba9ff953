import type { TrackKind } from './PeerLink';
import type { Rung } from './ladder';

/** Bits per second of the camera to one person: a mesh sends it once for each of the others. */
const CAMERA_BY_PEOPLE: Readonly<Record<number, number>> = { 2: 1_500_000, 3: 600_000, 4: 350_000 };
const CAMERA_BY_RUNG: Readonly<Record<Exclude<Rung, 'audio'>, number>> = { '720p': 1_500_000, '360p': 500_000, '180p': 150_000 };
/** The height that a rung lets through. */
export const HEIGHT: Readonly<Record<Exclude<Rung, 'audio'>, number>> = { '720p': 720, '360p': 360, '180p': 180 };
const SCREEN_BPS = 1_200_000;
const AUDIO_BPS = 40_000;

export interface Cap {
  maxBitrate: number;
  scaleResolutionDownBy?: number;
  maxFramerate?: number;
}

/** What one sender may use. @param height of the camera's picture in pixels */
export function capOf(kind: TrackKind, rung: Rung, people: number, height: number): Cap {
  if (kind === 'microphone') return { maxBitrate: AUDIO_BPS };
  if (kind === 'screen') return { maxBitrate: rung === '720p' ? SCREEN_BPS : SCREEN_BPS / 3, maxFramerate: rung === '720p' ? 15 : 5 };
  const step = rung === 'audio' ? '180p' : rung;
  const byPeople = CAMERA_BY_PEOPLE[Math.min(Math.max(people, 2), 4)]!;
  return {
    maxBitrate: Math.min(CAMERA_BY_RUNG[step], byPeople),
    scaleResolutionDownBy: Math.max(1, height / HEIGHT[step]),
    ...(step === '180p' ? { maxFramerate: 15 } : {}),
  };
}

export async function capSender(sender: RTCRtpSender, kind: TrackKind, rung: Rung, people: number): Promise<void> {
  const parameters = sender.getParameters();
  const encoding = parameters.encodings?.[0];
  // Before the first negotiation there is nothing to limit yet; it is done again after the answer.
  if (!encoding || !sender.track) return;
  Object.assign(encoding, capOf(kind, rung, people, sender.track.getSettings().height ?? HEIGHT['720p']));
  // A voice that breaks up ends a consultation sooner than a poor picture.
  encoding.priority = kind === 'microphone' ? 'high' : 'low';
  (parameters as { degradationPreference?: string }).degradationPreference = kind === 'screen' ? 'maintain-resolution' : 'maintain-framerate';
  await sender.setParameters(parameters).catch(() => {});
}
