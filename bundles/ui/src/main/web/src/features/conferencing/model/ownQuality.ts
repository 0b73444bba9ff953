import type { PeerView } from '../rtc/PeerMesh';
import type { QualityLevel, QualityRung } from './types';

const LEVELS: readonly QualityLevel[] = ['GOOD', 'FAIR', 'POOR', 'LOST'];
const RUNGS: Readonly<Record<PeerView['sending'], QualityRung>> = { '720p': 'V720', '360p': 'V360', '180p': 'V180', audio: 'AUDIO' };
const RUNG_ORDER: readonly QualityRung[] = ['V720', 'V360', 'V180', 'AUDIO', 'CHAT'];

/** After this long without a connection only the chat is left. */
export const CHAT_AFTER_MS = 20_000;
/** And after this long the telephone. */
export const PHONE_AFTER_MS = 45_000;

export interface OwnQuality {
  level: QualityLevel;
  rung: QualityRung;
  /** 0 as long as nothing was measured: the server takes no gaps. */
  lossPercent: number;
  roundTripMs: number;
}

export const levelOf = (peer: PeerView): QualityLevel =>
  peer.state === 'connected' ? ({ good: 'GOOD', fair: 'FAIR', poor: 'POOR' } as const)[peer.grade ?? 'good'] : peer.state === 'connecting' ? 'FAIR' : 'LOST';

/** The worst of the ways to the others: what the log and the others' badges tell. Null while nobody else is there. */
export function worstQuality(peers: readonly PeerView[], now: number = Date.now()): OwnQuality | null {
  if (peers.length === 0) return null;
  let level: QualityLevel = 'GOOD';
  let rung: QualityRung = 'V720';
  let lossPercent = 0;
  let roundTripMs = 0;
  for (const peer of peers) {
    const its = levelOf(peer);
    if (LEVELS.indexOf(its) > LEVELS.indexOf(level)) level = its;
    const lost = peer.lostSince !== null && now - peer.lostSince > CHAT_AFTER_MS;
    const step = lost ? 'CHAT' : RUNGS[peer.sending];
    if (RUNG_ORDER.indexOf(step) > RUNG_ORDER.indexOf(rung)) rung = step;
    lossPercent = Math.max(lossPercent, peer.lossPercent ?? 0);
    roundTripMs = Math.max(roundTripMs, peer.roundTripMs ?? 0);
  }
  return { level, rung, lossPercent, roundTripMs };
}
