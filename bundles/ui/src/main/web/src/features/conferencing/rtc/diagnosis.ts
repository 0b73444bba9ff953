import type { MediaFailure } from './mediaFailure';

/** The causes of the manual's page «Если не видно своего видео» as far as a browser can tell them apart. */
export type Cause = 'PERMISSION' | 'BUSY_DEVICE' | 'UDP_BLOCKED' | 'EXTENSION' | 'SEVERAL_ADAPTERS' | 'BROWSER' | 'NO_DEVICE';

export interface Findings {
  /** What the browser can do at all. */
  supported: boolean;
  camera: MediaFailure | 'ok' | 'skipped' | 'dark';
  microphone: MediaFailure | 'ok' | 'skipped' | 'silent';
  /** Whether the loop through the relay worked; null when there is no relay to ask. */
  udp: boolean | null;
  tcp: boolean | null;
  /** Addresses of this computer that the browser offered, without the hidden ones. */
  addresses: readonly string[];
  /** The browser offered no candidate of its own at all. */
  noCandidates: boolean;
}

/** The most likely cause, or null when all is well. What is certain comes before what is only likely. */
export function diagnose(findings: Findings): Cause | null {
  const { camera, microphone, udp, tcp } = findings;
  const either = (...failures: string[]) => failures.includes(camera) || failures.includes(microphone);
  if (!findings.supported || either('unsupported')) return 'BROWSER';
  if (either('denied')) return 'PERMISSION';
  if (either('busy', 'dark', 'lost')) return 'BUSY_DEVICE';
  if (either('missing', 'unsuitable')) return 'NO_DEVICE';
  if (findings.noCandidates && udp !== true) return 'EXTENSION';
  if (udp === false && tcp === false) return networks(findings.addresses) > 1 ? 'SEVERAL_ADAPTERS' : 'EXTENSION';
  if (udp === false) return 'UDP_BLOCKED';
  return null;
}

/** How many networks the addresses belong to: several addresses of version 6 on one adapter are usual and count once. */
export function networks(addresses: readonly string[]): number {
  const fours = new Set(addresses.filter((address) => /^\d+(\.\d+){3}$/.test(address)).map((address) => address.split('.').slice(0, 3).join('.')));
  return fours.size > 0 ? fours.size : addresses.some((address) => address.includes(':')) ? 1 : 0;
}

export type Outcome = 'OK' | 'LIMITED' | 'FAILED';

/** FAILED: a call will not come about. LIMITED: it will, but without picture or over a slow way. */
export function outcomeOf(findings: Findings): Outcome {
  const noMedia = findings.microphone !== 'ok' && findings.microphone !== 'silent' && findings.microphone !== 'skipped';
  if (!findings.supported || noMedia || (findings.udp === false && findings.tcp === false)) return 'FAILED';
  return findings.camera !== 'ok' || findings.microphone !== 'ok' || findings.udp === false ? 'LIMITED' : 'OK';
}
