import type { RequestAction } from '@/shared/requestWindow';
import { AcceptModal } from './request/AcceptModal';
import { CancelModal } from './request/CancelModal';
import { FinishModal } from './request/FinishModal';
import { FollowUpStart } from './request/FollowUpStart';
import { GiveBackModal } from './request/GiveBackModal';
import { HandOverModal } from './request/HandOverModal';
import { MoveModal } from './request/MoveModal';
import { ReopenModal } from './request/ReopenModal';
import { ResubmitModal } from './request/ResubmitModal';

export const requestActions: RequestAction[] = [
  { id: 'accept', order: 50, label: 'requests:accept.title', look: 'primary', visible: (request) => request.rights.accept, shortcut: 'KeyA', component: AcceptModal },
  { id: 'resubmit', order: 60, label: 'requests:resubmit.title', look: 'primary', visible: (request) => request.rights.resubmit, shortcut: 'KeyR', component: ResubmitModal },
  { id: 'give-back', order: 250, label: 'requests:giveBack.title', visible: (request) => request.rights.giveBack, shortcut: 'KeyB', component: GiveBackModal },
  { id: 'without-conclusion', order: 200, label: 'requests:finish.title', visible: (request) => request.rights.finish, shortcut: 'KeyZ', component: FinishModal },
  { id: 'move', order: 300, label: 'requests:move.title', visible: (request) => request.rights.move, shortcut: 'KeyT', component: MoveModal },
  { id: 'hand-over', order: 400, label: 'requests:handOver.title', visible: (request) => request.rights.handOver, shortcut: 'KeyH', component: HandOverModal },
  { id: 'follow-up', order: 500, label: 'requests:followUp.title', visible: (request) => request.rights.followUp, shortcut: 'KeyN', component: FollowUpStart },
  { id: 'reopen', order: 600, label: 'requests:reopen.title', visible: (request) => request.rights.reopen, shortcut: 'KeyO', component: ReopenModal },
  { id: 'cancel', order: 900, label: 'requests:cancel.title', look: 'danger', visible: (request) => request.rights.cancel, component: CancelModal },
];
