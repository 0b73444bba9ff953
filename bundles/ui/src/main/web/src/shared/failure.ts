import { ApiError, isApiError } from './api/client';

/** Why the server did not do what it was asked; plain data, so that it can be kept over a reload. */
export interface Failure {
  code: string;
  status: number;
  members: Readonly<Record<string, unknown>>;
  /** True when the same question may well be answered later: no connection, an update, too many at once. */
  temporary: boolean;
}

const TEMPORARY = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

export function failureOf(error: unknown): Failure {
  if (!isApiError(error)) return { code: 'client.unexpected', status: 0, members: {}, temporary: false };
  return { code: error.code, status: error.status, members: error.members, temporary: TEMPORARY.has(error.status) };
}

/** The failure as the error that it was, for the sentence that belongs to it. */
export const errorOf = (failure: Failure): ApiError => new ApiError(failure.status, failure.code, failure.members);
