import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isApiError } from '@/shared/api/client';
import type { ConsultationRequest } from '@/shared/api/types';
import { notify } from '@/shared/notices';
import { requestChanged, requestQuery } from '../api';

/** An act that closes the request; when somebody was quicker, the request is shown as it is now. */
export function useClosing<V>(request: ConsultationRequest, act: (values: V) => Promise<ConsultationRequest>, done: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (closed) => {
      requestChanged(queries, closed);
      notify('done', done);
      onDone();
    },
    onError: (error) => {
      if (isApiError(error) && error.status === 409) void queries.invalidateQueries({ queryKey: requestQuery(request.id).queryKey });
    },
  });
}
