import { beginUpdating, endUpdating } from './updating';

/** A field of the body that the server refused. */
export interface FieldProblem {
  field: string;
  code: string;
}

/** An answer that is not a success: the server's problem+json, or one of the client's own codes (`client.…`). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly members: Readonly<Record<string, unknown>> = {},
    readonly requestId: string | null = null,
  ) {
    super(code);
    this.name = 'ApiError';
  }

  get problems(): readonly FieldProblem[] {
    return Array.isArray(this.members.problems) ? (this.members.problems as FieldProblem[]) : [];
  }
}

export const isApiError = (error: unknown, code?: string): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.code === code);

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface CallOptions {
  method?: Method;
  /** Becomes JSON. */
  body?: unknown;
  /** Query parameters; null, undefined and '' are left out. */
  query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  signal?: AbortSignal;
  /** A 401 of this call is an answer like any other (log-in, the first look for a session). */
  expects401?: boolean;
}

/** How long a domain that is away is asked again before the call fails. */
const AWAY_LIMIT_MS = 45_000;

let sessionLost: () => void = () => {};

/** Called when an answer says that nobody is logged in any more. What is on the screen stays. */
export function onSessionLost(listener: () => void): void {
  sessionLost = listener;
}

export function url(path: string, query?: CallOptions['query']): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** One path segment. */
export const segment = (value: string): string => encodeURIComponent(value);

export async function problemOf(response: Response): Promise<ApiError> {
  const type = response.headers.get('Content-Type') ?? '';
  if (type.includes('json')) {
    try {
      const members = (await response.json()) as Record<string, unknown>;
      const id = typeof members.instance === 'string' ? members.instance.replace(/^urn:uuid:/, '') : null;
      return new ApiError(response.status, typeof members.code === 'string' ? members.code : `http.${response.status}`, members, id);
    } catch {
      // An answer cut off in the middle says no more than its status.
    }
  }
  return new ApiError(response.status, `http.${response.status}`);
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException('aborted', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? '1');
  return Math.min(Math.max(Number.isFinite(seconds) ? seconds : 1, 0.5), 10) * 1000;
}

/**
 * Sends and, while the server says that this part of it is being updated (503 with Retry-After), sends again. Writes carry ids made
 * by the client, so that sending again does nothing twice.
 */
export async function send(path: string, init: RequestInit): Promise<Response> {
  const domain = /^\/api\/(?:visit\/)?([a-z]+)/.exec(path)?.[1] ?? '';
  const signal = init.signal ?? undefined;
  const until = Date.now() + AWAY_LIMIT_MS;
  let waiting = false;
  try {
    for (;;) {
      let response: Response;
      try {
        response = await fetch(path, { credentials: 'same-origin', redirect: 'error', cache: 'no-store', ...init });
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        throw new ApiError(0, 'client.no-connection');
      }
      const wait = retryAfter(response);
      if (response.status !== 503 || !response.headers.has('Retry-After') || Date.now() + wait > until) return response;
      if (!waiting) beginUpdating(domain);
      waiting = true;
      await pause(wait, signal);
    }
  } finally {
    if (waiting) endUpdating(domain);
  }
}

/** Calls the server. JSON in, JSON out; everything that is not a success is thrown as {@link ApiError}. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const method = options.method ?? 'GET';
  const headers: Record<string, string> = { Accept: 'application/json' };
  const init: RequestInit = { method, headers, signal: options.signal ?? null };
  if (method !== 'GET') {
    headers['Content-Type'] = 'application/json';
    if (options.body !== undefined) init.body = JSON.stringify(options.body);
    else if (method !== 'DELETE') init.body = '{}';
  }
  const response = await send(url(path, options.query), init);
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.status === 401 && !options.expects401) sessionLost();
    throw problem;
  }
  if (response.status === 204 || response.headers.get('Content-Length') === '0') return undefined as T;
  return (await response.json()) as T;
}

export const get = <T>(path: string, query?: CallOptions['query'], signal?: AbortSignal): Promise<T> =>
  call<T>(path, { ...(query ? { query } : {}), ...(signal ? { signal } : {}) });
export const post = <T>(path: string, body?: unknown): Promise<T> => call<T>(path, { method: 'POST', body });
export const put = <T>(path: string, body?: unknown): Promise<T> => call<T>(path, { method: 'PUT', body });
export const del = <T = void>(path: string, query?: CallOptions['query']): Promise<T> =>
  call<T>(path, { method: 'DELETE', ...(query ? { query } : {}) });

export interface UploadOptions {
  id: string;
  file: Blob;
  name: string;
  requestId?: string;
  folder?: string;
  onProgress?: (sent: number, total: number) => void;
  signal?: AbortSignal;
}

function uploadOnce(path: string, options: UploadOptions): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', options.file.type || 'application/octet-stream');
    request.setRequestHeader('Consilium-Upload', '1');
    request.setRequestHeader('Consilium-File-Id', options.id);
    request.setRequestHeader('Consilium-File-Name', encodeURIComponent(options.name));
    if (options.requestId !== undefined) request.setRequestHeader('Consilium-Request', options.requestId);
    if (options.folder !== undefined) request.setRequestHeader('Consilium-Folder', encodeURIComponent(options.folder));
    const stop = () => request.abort();
    const done = () => options.signal?.removeEventListener('abort', stop);
    request.upload.onprogress = (event) => options.onProgress?.(event.loaded, event.total);
    request.onerror = () => {
      done();
      reject(new ApiError(0, 'client.no-connection'));
    };
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.onload = () => {
      done();
      resolve(request);
    };
    if (options.signal?.aborted) {
      reject(new DOMException('aborted', 'AbortError'));
      return;
    }
    options.signal?.addEventListener('abort', stop, { once: true });
    request.send(options.file);
  });
}

/** Uploads one file as the raw body; XMLHttpRequest because only it tells how much is sent. */
export async function upload<T>(path: string, options: UploadOptions): Promise<T> {
  const until = Date.now() + AWAY_LIMIT_MS;
  for (;;) {
    const request = await uploadOnce(path, options);
    const headers = new Headers();
    for (const name of ['Content-Type', 'Retry-After']) {
      const value = request.getResponseHeader(name);
      if (value !== null) headers.set(name, value);
    }
    if (request.status >= 200 && request.status < 300) return JSON.parse(request.responseText) as T;
    const response = new Response(request.responseText, { status: request.status, headers });
    const wait = retryAfter(response);
    if (request.status !== 503 || !headers.has('Retry-After') || Date.now() + wait > until) {
      const problem = await problemOf(response);
      if (problem.status === 401) sessionLost();
      throw problem;
    }
    await pause(wait, options.signal);
  }
}
