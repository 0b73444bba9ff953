import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { applyHints, refreshLive } from './liveQueries';

function client(...keys: unknown[][]): QueryClient {
  const queries = new QueryClient();
  for (const key of keys) queries.setQueryData(key, 'known');
  return queries;
}
const stale = (queries: QueryClient, key: unknown[]): boolean => queries.getQueryState(key)!.isInvalidated;

test('a hint makes stale what it speaks of, and nothing else', () => {
  const queries = client(['chat', 'messages', 'r1'], ['chat', 'messages', 'r2'], ['chat', 'unread'], ['requests', 'one', 'r1']);
  applyHints(queries, [{ type: 'chat.message', subject: 'r1', number: 4, payload: null }]);
  expect(stale(queries, ['chat', 'messages', 'r1'])).toBe(true);
  expect(stale(queries, ['chat', 'messages', 'r2'])).toBe(false);
  expect(stale(queries, ['chat', 'unread'])).toBe(true);
  expect(stale(queries, ['requests', 'one', 'r1'])).toBe(false);
});

test('a hint of a kind that this page does not know is ignored', () => {
  const queries = client(['chat', 'unread']);
  applyHints(queries, [{ type: 'conferencing.ringing', subject: 'r1', number: null, payload: null }]);
  expect(stale(queries, ['chat', 'unread'])).toBe(false);
});

test('after a break everything that lives is asked again', () => {
  const queries = client(['requests', 'list', 'ALL'], ['identity', 'directory', '']);
  refreshLive(queries);
  expect(stale(queries, ['requests', 'list', 'ALL'])).toBe(true);
  expect(stale(queries, ['identity', 'directory', ''])).toBe(false);
});
