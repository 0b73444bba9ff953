import { isApiError } from '@/shared/api/client';

/** Why the server did not do what it was asked. */
export interface Failure {
  code: string;
  status: number;
  /** True when the same question may well be answered later: no connection, an update, too many at once. */
  temporary: boolean;
}

const TEMPORARY = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

export function failureOf(error: unknown): Failure {
  if (isApiError(error)) return { code: error.code, status: error.status, temporary: TEMPORARY.has(error.status) };
  return { code: 'client.unexpected', status: 0, temporary: false };
}
