import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isApiError } from '@/shared/api/client';
import type { Hint } from '@/shared/api/types';
import { publishConnected, publishHint, setLiveSender } from '@/shared/hooks/hints';
import { LiveChannel } from '@/shared/live';
import { useSession } from '@/shared/session';
import { applyHints, refreshLive } from './liveQueries';

/** One change often makes several hints; they are answered together. */
const GATHER_MS = 80;

/** Keeps the live channel of the tab while somebody is logged in; false when the server cannot be reached at all. */
export function useLive(): boolean {
  const queries = useQueryClient();
  const { me, lost } = useSession();
  const { accountId } = me;
  const [socket, setSocket] = useState(true);
  const [reachable, setReachable] = useState(true);

  useEffect(() => {
    // Nobody is logged in: there is nothing to hear or to ask until the log-in on top of the page succeeds.
    if (lost) return;
    let first = true;
    let gathered: Hint[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const channel = new LiveChannel({
      path: '/live',
      onHint: (hint) => {
        gathered.push(hint);
        timer ??= setTimeout(() => {
          applyHints(queries, gathered);
          gathered = [];
          timer = undefined;
        }, GATHER_MS);
        publishHint(hint);
      },
      onConnected: () => {
        // Right after the start everything is fresh; after a break it is not.
        if (!first) refreshLive(queries);
        first = false;
        publishConnected();
      },
      onPoll: () => refreshLive(queries),
      onState: setSocket,
    });
    channel.start();
    setLiveSender(channel.send);
    return () => {
      setLiveSender(null);
      clearTimeout(timer);
      channel.stop();
    };
  }, [queries, accountId, lost]);

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
