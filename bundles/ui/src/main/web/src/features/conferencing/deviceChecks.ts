import { useQuery } from '@tanstack/react-query';
import { fetchDeviceChecks } from './model/endpoints';
import type { DeviceCheckResult } from './model/types';

const MOST = 100;

/** The patients' checks of some requests, by request; empty where conferencing is away or nobody checked. */
export function useDeviceChecks(requestIds: readonly string[]): ReadonlyMap<string, DeviceCheckResult> {
  const ids = [...requestIds].sort().slice(0, MOST);
  const query = useQuery({
    queryKey: ['conferencing', 'checks', ids],
    queryFn: ({ signal }) => fetchDeviceChecks(ids, signal),
    enabled: ids.length > 0,
    retry: false,
  });
  return new Map((query.data?.items ?? []).map((check) => [check.requestId, check]));
}
