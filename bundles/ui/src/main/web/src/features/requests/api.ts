import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { del, get, isApiError, post, put, segment } from '@/shared/api/client';
import type {
  Chat, Colleague, ConsultationRequest, Consultant, Draft, DraftUpdate, FormAnswers, HistoryEntry, IssuedLink, LinkStatus, PersonSearchResult, IdentifierKind,
  RouteRow, SentNotice, Slot, Unread,
} from '@/shared/api/types';
import type { VisitRow } from './list/visitPhase';

const requests = '/api/requests';

export const routesQuery = queryOptions({
  queryKey: ['requests', 'routes'],
  queryFn: ({ signal }) => get<RouteRow[]>(`${requests}/routes`, undefined, signal),
  staleTime: 5 * 60_000,
  meta: { live: false },
});

export const draftsQuery = queryOptions({
  queryKey: ['requests', 'drafts'],
  queryFn: ({ signal }) => get<Draft[]>(`${requests}/drafts`, undefined, signal),
  staleTime: 0,
  meta: { live: false },
});

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'draft', id],
    queryFn: ({ signal }) => get<Draft>(`${requests}/drafts/${segment(id)}`, undefined, signal),
    // The wizard owns it from then on; a draft from the memory of an earlier visit would be out of date.
    staleTime: Infinity,
    gcTime: 0,
    meta: { live: false },
  });

export const consultantsQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['requests', 'consultants', draftId],
    queryFn: ({ signal }) => get<Consultant[]>(`${requests}/drafts/${segment(draftId)}/consultants`, undefined, signal),
    staleTime: 0,
    meta: { live: false },
  });

export const slotsQuery = (doctor: string, from: string, to: string, minutes: number) =>
  queryOptions({
    queryKey: ['scheduling', 'slots', doctor, from, to, minutes],
    queryFn: ({ signal }) => get<Slot[]>('/api/scheduling/slots', { doctor, from, to, minutes }, signal),
    staleTime: 0,
    refetchInterval: 60_000,
    meta: { live: false },
  });

export const todayQuery = queryOptions({
  queryKey: ['requests', 'today'],
  queryFn: ({ signal }) => get<VisitRow[]>(`${requests}/today`, undefined, signal),
});

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'one', id],
    queryFn: ({ signal }) => get<ConsultationRequest>(`${requests}/${segment(id)}`, undefined, signal),
  });

export const colleaguesQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'colleagues', id],
    queryFn: ({ signal }) => get<Colleague[]>(`${requests}/${segment(id)}/colleagues`, undefined, signal),
    staleTime: 0,
    meta: { live: false },
  });

export const assignableQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'assignable', id],
    queryFn: ({ signal }) => get<Consultant[]>(`${requests}/${segment(id)}/consultants`, undefined, signal),
    staleTime: 0,
    meta: { live: false },
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'history', id],
    queryFn: ({ signal }) => get<HistoryEntry[]>(`${requests}/${segment(id)}/history`, undefined, signal),
  });

export const linkQuery = (id: string) =>
  queryOptions({
    queryKey: ['identity', 'links', id],
    queryFn: ({ signal }) => get<LinkStatus>(`/api/identity/links/${segment(id)}`, undefined, signal),
  });

export const noticesQuery = (id: string) =>
  queryOptions({
    queryKey: ['notifications', id],
    queryFn: ({ signal }) => get<SentNotice[]>(`/api/notifications/requests/${segment(id)}`, undefined, signal),
  });

export const unreadQuery = queryOptions({
  queryKey: ['chat', 'unread'],
  queryFn: ({ signal }) => get<Unread>('/api/chat/unread', undefined, signal),
});

/** The chat of a request; null while it is still being made. */
export const chatQuery = (id: string) =>
  queryOptions({
    queryKey: ['chat', 'exists', id],
    queryFn: async ({ signal }): Promise<Chat | null> => {
      try {
        return await get<Chat>(`/api/chat/chats/${segment(id)}`, undefined, signal);
      } catch (error) {
        if (isApiError(error, 'chat.not-yet')) return null;
        throw error;
      }
    },
    refetchInterval: (query) => (query.state.data === null ? 2_000 : false),
  });

export const useUnread = (): Unread['byRequest'] => useQuery(unreadQuery).data?.byRequest ?? {};

export const starRoute = (id: string, favourite: boolean): Promise<void> =>
  favourite ? put(`${requests}/routes/${segment(id)}/favourite`, {}) : del(`${requests}/routes/${segment(id)}/favourite`);
export const createDraft = (body: { id: string; routeId: string; profile: string }): Promise<Draft> => post(`${requests}/drafts`, body);
export const getDraft = (id: string): Promise<Draft> => get(`${requests}/drafts/${segment(id)}`);
export const putDraft = (id: string, body: DraftUpdate): Promise<Draft> => put(`${requests}/drafts/${segment(id)}`, body);
export const deleteDraft = (id: string): Promise<void> => del(`${requests}/drafts/${segment(id)}`);
export const submitDraft = (id: string, body: { consultantId: string | null; start: string | null }): Promise<ConsultationRequest> =>
  post(`${requests}/drafts/${segment(id)}/submission`, body);
export const searchPerson = (kind: IdentifierKind, value: string): Promise<PersonSearchResult> =>
  post('/api/registry/search', { kind, value });
export const completeWithout = (id: string, body: { reason: string; text: string | null; version: number }): Promise<ConsultationRequest> =>
  post(`${requests}/${segment(id)}/completion-without-conclusion`, body);
export const cancelRequest = (id: string, body: { text: string; version: number }): Promise<ConsultationRequest> =>
  post(`${requests}/${segment(id)}/cancellation`, body);
export const reopenRequest = (id: string, body: { text: string; version: number }): Promise<ConsultationRequest> =>
  post(`${requests}/${segment(id)}/reopening`, body);
export const moveVisit = (id: string, body: { start: string; text: string; version: number }): Promise<ConsultationRequest> =>
  post(`${requests}/${segment(id)}/move`, body);
export const handOverRequest = (
  id: string,
  body: { consultantId: string; start: string | null; text: string; version: number },
): Promise<ConsultationRequest> => post(`${requests}/${segment(id)}/hand-over`, body);
export const acceptRequest = (id: string, body: { consultantId: string | null; text: string | null; version: number }): Promise<ConsultationRequest> =>
  post(`${requests}/${segment(id)}/acceptance`, body);
export const giveBackRequest = (id: string, body: { text: string; version: number }): Promise<ConsultationRequest> =>
  post(`${requests}/${segment(id)}/return`, body);
export const resubmitRequest = (
  id: string,
  body: { forms: FormAnswers; comment: string | null; text: string | null; version: number },
): Promise<ConsultationRequest> => post(`${requests}/${segment(id)}/resubmission`, body);
export const followUp = (id: string, draftId: string): Promise<Draft> => post(`${requests}/${segment(id)}/follow-up`, { id: draftId });
export const issueLink = (id: string): Promise<IssuedLink> => post(`/api/identity/links/${segment(id)}`, {});
export const revokeLinks = (id: string): Promise<void> => del(`/api/identity/links/${segment(id)}`);

/** After a request changed by our own doing. */
export function requestChanged(queries: QueryClient, request: ConsultationRequest): void {
  queries.setQueryData(requestQuery(request.id).queryKey, request);
  for (const queryKey of [
    ['requests', 'list'], ['requests', 'today'], ['requests', 'counters'], ['requests', 'history', request.id],
    ['chat'], ['identity', 'links', request.id], ['notifications', request.id],
  ]) {
    void queries.invalidateQueries({ queryKey });
  }
}
