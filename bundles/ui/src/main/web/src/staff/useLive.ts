import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isApiError } from '@/shared/api/client';
import { publishHint } from '@/shared/hooks/hints';
import { LiveChannel } from '@/shared/live';
import { useMe } from '@/shared/session';
import { applyHint, refreshLive } from './liveQueries';

/** Keeps the live channel of the tab while somebody is logged in; false when the server cannot be reached at all. */
export function useLive(): boolean {
  const queries = useQueryClient();
  const { accountId } = useMe();
  const [socket, setSocket] = useState(true);
  const [reachable, setReachable] = useState(true);

  useEffect(() => {
    let first = true;
    const channel = new LiveChannel({
      path: '/live',
      onHint: (hint) => {
        applyHint(queries, hint);
        publishHint(hint);
      },
      onConnected: () => {
        // Right after the start everything is fresh; after a break it is not.
        if (!first) refreshLive(queries);
        first = false;
      },
      onPoll: () => refreshLive(queries),
      onState: setSocket,
    });
    channel.start();
    return () => channel.stop();
  }, [queries, accountId]);

  // Without a socket the polling still works; the line «нет связи» is only for when that fails as well.
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') return;
        if (event.action.type === 'success') setReachable(true);
        else if (event.action.type === 'error') setReachable(!isApiError(event.action.error, 'client.no-connection'));
      }),
    [queries],
  );

  return socket || reachable;
}
