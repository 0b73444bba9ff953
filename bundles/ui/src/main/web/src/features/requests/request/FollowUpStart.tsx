import { useNavigate } from '@tanstack/react-router';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { uuidv7 } from '@/shared/api/uuid';
import { sayError } from '@/shared/i18n';
import { notify } from '@/shared/notices';
import type { RequestPartProps } from '@/shared/requestWindow';
import { followUp } from '../api';

/** «Подать повторную заявку»: begins a draft with everything that is known and goes on in the wizard. */
export function FollowUpStart({ request, opened, onClose }: RequestPartProps) {
  const navigate = useNavigate();
  const begun = useRef(false);
  const { mutate } = useMutation({
    mutationFn: () => followUp(request.id, uuidv7()),
    onSuccess: (draft) => void navigate({ to: `/new/${draft.id}` }),
    onError: (error) => notify('error', sayError(error)),
    onSettled: () => {
      begun.current = false;
      onClose();
    },
  });
  useEffect(() => {
    if (!opened || begun.current) return;
    begun.current = true;
    mutate();
  }, [opened, mutate]);
  return null;
}
