import type { RequestSection } from '@/shared/requestWindow';
import { CallLog } from './request/CallLog';
import { CheckSection } from './request/CheckSection';
import { IdentificationSection } from './request/IdentificationSection';

export const requestSections: RequestSection[] = [
  { id: 'identification', order: 150, place: 'side', visible: (request) => request.rights.identify || request.identification !== null, component: IdentificationSection },
  { id: 'device-check', order: 200, place: 'side', visible: (request) => request.state === 'IN_WORK' && request.patientName !== null, component: CheckSection },
  { id: 'call-log', order: 850, place: 'main', visible: (request) => request.patientName !== null, component: CallLog },
];
