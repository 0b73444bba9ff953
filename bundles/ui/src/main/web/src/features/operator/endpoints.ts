import { del, get, post, segment } from '@/shared/api/client';
import type { IssuedServiceToken, Organisation, RouteFindings, RouteOverview, ServiceToken, Trace } from '@/shared/api/types';

/** Routes come and go by files: the page asks as often as the folder is looked at. */
const ASK_EVERY_MS = 3000;

export const routesQuery = {
  queryKey: ['operator', 'routes'],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<RouteOverview>('/api/requests/operator/routes', undefined, signal),
  refetchInterval: ASK_EVERY_MS,
};

export const checkRoute = (file: { name: string; content: string }): Promise<RouteFindings> => post('/api/requests/operator/route-check', file);

/** Asked once: each look is an audit row. */
export const traceQuery = (request: string) => ({
  queryKey: ['operator', 'trace', request],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<Trace>(`/api/requests/operator/traces/${segment(request)}`, undefined, signal),
  enabled: request !== '',
  staleTime: Infinity,
  refetchOnReconnect: false,
});

export const organisationsQuery = {
  queryKey: ['operator', 'organisations'],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<Organisation[]>('/api/identity/organisations', undefined, signal),
};

export const tokensQuery = {
  queryKey: ['operator', 'tokens'],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<ServiceToken[]>('/api/identity/service-tokens', undefined, signal),
};

export const createToken = (token: { id: string; organisationId: string; name: string; expiresAt: string }): Promise<IssuedServiceToken> =>
  post('/api/identity/service-tokens', token);

export const revokeToken = (id: string): Promise<void> => del(`/api/identity/service-tokens/${id}`);
