import type { RequestSection } from '@/shared/requestWindow';
import { ConclusionsSection } from './request/ConclusionsSection';

export const requestSections: RequestSection[] = [
  {
    id: 'conclusions', order: 450, place: 'main',
    visible: (request) => request.state !== 'CANCELLED' && request.outcome !== 'WITHOUT_CONCLUSION', component: ConclusionsSection,
  },
];
