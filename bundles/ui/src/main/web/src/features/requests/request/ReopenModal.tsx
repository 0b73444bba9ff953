import type { RequestPartProps } from '@/shared/requestWindow';
import { reopenRequest } from '../api';
import { ActModal } from './ActModal';

/** «Возобновить заявку»: a right of its own, with a trace in the history. */
export function ReopenModal({ request, opened, onClose }: RequestPartProps) {
  return <ActModal request={request} opened={opened} onClose={onClose} texts="reopen" act={(text) => reopenRequest(request.id, { text, version: request.version })} />;
}
