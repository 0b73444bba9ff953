/** Why a camera or microphone cannot be used; each has its own advice. */
export type MediaFailure =
  /** The person or the browser's settings said no. */
  | 'denied'
  /** There is no such device. */
  | 'missing'
  /** Another program has it, or the system keeps it back. */
  | 'busy'
  /** The chosen one is not there any more, or cannot do what was asked. */
  | 'unsuitable'
  /** It was unplugged in the middle. */
  | 'lost'
  /** This browser has no way to a camera, or the page is not secure. */
  | 'unsupported'
  | 'unknown';

const BY_NAME: Readonly<Record<string, MediaFailure>> = {
  NotAllowedError: 'denied',
  PermissionDeniedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  DevicesNotFoundError: 'missing',
  NotReadableError: 'busy',
  TrackStartError: 'busy',
  AbortError: 'busy',
  OverconstrainedError: 'unsuitable',
  ConstraintNotSatisfiedError: 'unsuitable',
  TypeError: 'unsupported',
  NotSupportedError: 'unsupported',
};

export function mediaFailure(error: unknown): MediaFailure {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  return BY_NAME[name] ?? 'unknown';
}
