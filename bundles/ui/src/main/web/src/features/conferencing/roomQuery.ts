import { queryOptions } from '@tanstack/react-query';
import { staffRoom } from './model/endpoints';

export const roomQuery = (requestId: string) =>
  queryOptions({ queryKey: ['conferencing', 'room', requestId], queryFn: ({ signal }) => staffRoom(requestId).room(signal) });

export const logQuery = (requestId: string) =>
  queryOptions({ queryKey: ['conferencing', 'log', requestId], queryFn: () => staffRoom(requestId).log() });
