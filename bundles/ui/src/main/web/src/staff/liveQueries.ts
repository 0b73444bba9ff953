import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Hint } from '@/shared/api/types';

/** What a hint makes out of date. Query keys begin with the domain: `['chat', 'messages', requestId]`. */
export function staleKeys(hint: Hint): QueryKey[] {
  const subject = hint.subject;
  switch (hint.type) {
    case 'requests.changed':
      return [
        ['requests', 'list'], ['requests', 'today'], ['requests', 'counters'],
        ['requests', 'one', subject], ['requests', 'history', subject], ['notifications', subject],
      ];
    case 'requests.list':
      return [['requests', 'list'], ['requests', 'today'], ['requests', 'counters']];
    case 'chat.message':
      return [['chat', 'list'], ['chat', 'unread'], ['chat', 'one', subject], ['chat', 'messages', subject]];
    case 'chat.read':
      return [['chat', 'list'], ['chat', 'unread'], ['chat', 'one', subject]];
    case 'chat.opened':
    case 'chat.closed':
      return [['chat', 'list'], ['chat', 'unread'], ['chat', 'one', subject], ['chat', 'exists', subject], ['requests', 'one', subject]];
    case 'documents.changed':
      return [['documents']];
    case 'scheduling.changed':
      return [['scheduling'], ['requests', 'consultants']];
    case 'conferencing.room':
    case 'conferencing.waiting':
      return [['conferencing', 'room', subject], ['conferencing', 'log', subject], ['conferencing', 'calls'], ['conferencing', 'checks']];
    case 'signing.changed':
      return [['signing', 'documents', subject], ['signing', 'document'], ['signing', 'awaiting'], ['requests', 'one', subject], ['requests', 'list'], ['requests', 'history', subject]];
    case 'identity.link':
      return [['identity', 'links', subject], ['requests', 'history', subject]];
    default:
      return [];
  }
}

/** Makes stale what the hints speak of, each query once. */
export function applyHints(client: QueryClient, hints: readonly Hint[]): void {
  const keys = new Map(hints.flatMap(staleKeys).map((queryKey) => [JSON.stringify(queryKey), queryKey]));
  for (const queryKey of keys.values()) void client.invalidateQueries({ queryKey });
}

/** Asks again what can have changed without our doing: after a reconnect, and every three seconds while there is no socket. */
export function refreshLive(client: QueryClient): void {
  for (const domain of ['requests', 'chat', 'documents', 'scheduling', 'notifications', 'conferencing', 'signing']) {
    void client.invalidateQueries({ queryKey: [domain], predicate: (query) => query.meta?.live !== false });
  }
  void client.invalidateQueries({ queryKey: ['identity', 'links'] });
}
