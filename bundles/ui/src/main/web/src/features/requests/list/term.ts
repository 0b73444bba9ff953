import type { RequestState } from '@/shared/api/types';
import { isActive } from './filters';

/** How a request stands to its term: over, within the last hour, or with time left. */
export type TermPhase = 'BREACHED' | 'BURNING' | 'LEFT' | 'NONE';

const BURNING_MS = 60 * 60_000;

export function termPhase(request: { state: RequestState; dueAt: string | null }, now: number): TermPhase {
  if (request.dueAt === null || !isActive(request.state)) return 'NONE';
  const left = Date.parse(request.dueAt) - now;
  if (left < 0) return 'BREACHED';
  return left < BURNING_MS ? 'BURNING' : 'LEFT';
}

export const minutesLeft = (dueAt: string, now: number): number => Math.max(0, Math.ceil((Date.parse(dueAt) - now) / 60_000));
