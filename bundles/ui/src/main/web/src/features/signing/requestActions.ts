import type { RequestAction } from '@/shared/requestWindow';
import { OpensConclusion, OpensScan } from './request/Opens';

export const requestActions: RequestAction[] = [
  { id: 'conclusion', order: 100, label: 'signing:action.conclusion', look: 'primary', visible: (request) => request.rights.finish, component: OpensConclusion },
  { id: 'scan', order: 110, label: 'signing:action.scan', visible: (request) => request.rights.finish, component: OpensScan },
];
