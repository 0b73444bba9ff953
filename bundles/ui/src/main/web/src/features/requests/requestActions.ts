import type { RequestAction } from '@/shared/requestWindow';
import { CancelModal } from './request/CancelModal';
import { FinishModal } from './request/FinishModal';
import { FollowUpStart } from './request/FollowUpStart';
import { HandOverModal } from './request/HandOverModal';
import { MoveModal } from './request/MoveModal';
import { ReopenModal } from './request/ReopenModal';

export const requestActions: RequestAction[] = [
  { id: 'without-conclusion', order: 200, label: 'requests:finish.title', visible: (request) => request.rights.finish, shortcut: 'KeyZ', component: FinishModal },
  { id: 'move', order: 300, label: 'requests:move.title', visible: (request) => request.rights.move, shortcut: 'KeyT', component: MoveModal },
  { id: 'hand-over', order: 400, label: 'requests:handOver.title', visible: (request) => request.rights.handOver, shortcut: 'KeyH', component: HandOverModal },
  { id: 'follow-up', order: 500, label: 'requests:followUp.title', visible: (request) => request.rights.followUp, shortcut: 'KeyN', component: FollowUpStart },
  { id: 'reopen', order: 600, label: 'requests:reopen.title', visible: (request) => request.rights.reopen, shortcut: 'KeyO', component: ReopenModal },
  { id: 'cancel', order: 900, label: 'requests:cancel.title', look: 'danger', visible: (request) => request.rights.cancel, component: CancelModal },
];
