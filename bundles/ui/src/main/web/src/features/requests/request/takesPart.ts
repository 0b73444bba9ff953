import type { ConsultationRequest } from '@/shared/api/types';

/** Whether the account talks in the request: its filer and its consultant. A coordinator only looks at it. */
export const takesPart = (request: ConsultationRequest, accountId: string): boolean =>
  request.filerId === accountId || request.consultantId === accountId;
