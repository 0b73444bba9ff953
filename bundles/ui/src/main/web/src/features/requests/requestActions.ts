import type { RequestAction } from '@/shared/requestWindow';
import { CancelModal } from './request/CancelModal';
import { FinishModal } from './request/FinishModal';

export const requestActions: RequestAction[] = [
  { id: 'without-conclusion', order: 200, label: 'requests:finish.title', visible: (request) => request.rights.finish, shortcut: 'KeyZ', component: FinishModal },
  { id: 'cancel', order: 900, label: 'requests:cancel.title', look: 'danger', visible: (request) => request.rights.cancel, component: CancelModal },
];
