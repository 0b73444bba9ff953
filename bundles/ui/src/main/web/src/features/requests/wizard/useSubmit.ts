import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { isApiError } from '@/shared/api/client';
import { draftsQuery, requestQuery, submitDraft } from '../api';
import type { DraftSaver } from './DraftSaver';

/** Makes the request of the draft, with the time of its visit or, on a route without one, null. */
export function useSubmit(saver: DraftSaver) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (start: string | null) => {
      await saver.flush();
      const { draft, fields } = saver.current();
      return submitDraft(draft.id, { consultantId: fields.consultantId, start });
    },
    onSuccess: (request) => {
      queries.setQueryData(requestQuery(request.id).queryKey, request);
      queries.removeQueries({ queryKey: draftsQuery.queryKey });
      for (const list of ['list', 'today', 'counters']) void queries.invalidateQueries({ queryKey: ['requests', list] });
      void navigate({ to: `/new/done/${request.id}`, replace: true });
    },
    onError: (error) => {
      if (isApiError(error, 'requests.already-submitted')) {
        // Another tab submitted the same draft; the request has the draft's id.
        void navigate({ to: `/requests/${saver.current().draft.id}`, replace: true });
      } else if (isApiError(error, 'requests.changed-meanwhile')) {
        // Writing the draft shows what the other one changed and lets the person choose.
        saver.change({});
      }
    },
  });
}
