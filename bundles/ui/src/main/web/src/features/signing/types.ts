import type { IdentificationMethod, Instant, Uuid } from '@/shared/api/types';
import type { FormValues } from '@/shared/forms/SchemaForm';
import type { JsonSource } from '@/shared/forms/hints';

export type Finishing = 'SIGNED' | 'UPLOADED' | 'WITHOUT';
export type CorrectionKind = 'VERSION' | 'ADDENDUM';
export type DocumentState = 'MADE' | 'AWAITING' | 'CHECKING' | 'SIGNED' | 'UPLOADED';

/** Where an inserted text came from. */
export interface Source {
  field: string;
  kind: 'MESSAGE' | 'FILE' | 'CONCLUSION';
  id: Uuid;
  title: string;
}

export interface Correction {
  kind: CorrectionKind;
  reason: string;
  documentId: Uuid;
}

export interface Conclusion {
  requestId: Uuid;
  template: 'REMOTE_CONSULTATION' | 'CONSULTANT_CONCLUSION' | 'CONSILIUM_PROTOCOL';
  form: { schema: JsonSource; ui: JsonSource | null };
  finishing: Finishing[];
  answers: FormValues;
  sources: Source[];
  version: number;
  savedAt: Instant | null;
  identification: { method: IdentificationMethod; at: Instant } | null;
  writable: boolean;
  correction: Correction | null;
  documents: ConclusionDocument[];
}

export interface Signature {
  id: Uuid;
  state: 'VERIFIED' | 'CHECKING';
  code: string | null;
  signerName: string;
  organisation: string | null;
  issuer: string;
  serial: string;
  validFrom: Instant;
  validTo: Instant;
  algorithm: string;
  tool: string | null;
  claimedAt: Instant | null;
  receivedAt: Instant;
  checkedAt: Instant | null;
  timeStampedAt: Instant | null;
  retryAt: Instant | null;
}

export interface ScanPage {
  documentId: Uuid;
  name: string;
  type: string;
  size: number;
}

export interface ConclusionDocument {
  id: Uuid;
  requestId: Uuid;
  requestName: string;
  number: number;
  kind: 'CONCLUSION' | 'SCAN';
  template: Conclusion['template'] | null;
  state: DocumentState;
  addendum: boolean;
  correctionReason: string | null;
  replacesId: Uuid | null;
  /** No later version took its place. */
  current: boolean;
  name: string;
  type: string;
  size: number;
  sha256: string;
  createdAt: Instant;
  authorName: string;
  dueAt: Instant | null;
  withoutSignature: boolean;
  pages: ScanPage[];
  signature: Signature | null;
  archive: { name: string; size: number; sha256: string } | null;
  executed: boolean;
}

export interface Verification {
  valid: boolean;
  code: string | null;
  checkedAt: Instant;
  signature: Signature | null;
  technical: true;
}

export interface Awaiting {
  requestId: Uuid;
  requestName: string;
  documentId: Uuid;
  name: string;
  size: number;
  sha256: string;
  createdAt: Instant;
  dueAt: Instant;
  overdue: boolean;
  state: DocumentState;
}

export interface Earlier {
  documentId: Uuid;
  requestId: Uuid;
  requestName: string;
  createdAt: Instant;
  answers: FormValues;
}

export interface Phrase {
  id: Uuid;
  own: boolean;
  profile: string | null;
  field: string;
  title: string;
  text: string;
  version: number;
}

export interface Workplace {
  snilsKnown: boolean;
  authorities: number;
  revocationLists: { current: number; missing: number };
  timeStamps: boolean;
  pluginScript: string | null;
  hashAboveBytes: number;
  canVerify: boolean;
}

export interface CertificateReport {
  usable: boolean;
  code: string | null;
  ownerName: string;
  issuer: string;
  serial: string;
  validFrom: Instant;
  validTo: Instant;
  algorithm: string;
}
