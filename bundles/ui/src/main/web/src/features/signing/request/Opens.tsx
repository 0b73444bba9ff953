import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { RequestPartProps } from '@/shared/requestWindow';

/** The ways of finishing are pages, not dialogs: a call goes on beside them, and what is written survives a reload. */
function Opens({ request, opened, onClose, page }: RequestPartProps & { page: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    if (!opened) return;
    onClose();
    void navigate({ to: `/requests/${request.id}/${page}` });
  }, [opened, onClose, navigate, request.id, page]);
  return null;
}

export const OpensConclusion = (props: RequestPartProps) => <Opens {...props} page="conclusion" />;
export const OpensScan = (props: RequestPartProps) => <Opens {...props} page="scan" />;
