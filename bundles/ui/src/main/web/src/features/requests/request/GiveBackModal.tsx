import type { RequestPartProps } from '@/shared/requestWindow';
import { giveBackRequest } from '../api';
import { ActModal } from './ActModal';

/** «Вернуть на доработку»: what has to be mended is written down, and the filer reads it. */
export function GiveBackModal({ request, opened, onClose }: RequestPartProps) {
  return <ActModal request={request} opened={opened} onClose={onClose} texts="giveBack" act={(text) => giveBackRequest(request.id, { text, version: request.version })} />;
}
