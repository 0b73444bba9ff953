import type { IdentificationMethod } from '@/shared/api/types';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { del, get, isApiError, post, problemOf, put, segment, send, url } from '@/shared/api/client';
import type { FormValues } from '@/shared/forms/SchemaForm';
import type {
  Awaiting, CertificateReport, Conclusion, ConclusionDocument, CorrectionKind, Earlier, Phrase, Source, Verification, Workplace,
} from './types';

const SIGNING = '/api/signing';
const ofRequest = (id: string, rest: string): string => `${SIGNING}/requests/${segment(id)}/${rest}`;
const ofDocument = (id: string, rest = ''): string => `${SIGNING}/documents/${segment(id)}${rest}`;

export const conclusionQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['signing', 'conclusion', requestId],
    queryFn: ({ signal }) => get<Conclusion>(ofRequest(requestId, 'conclusion'), undefined, signal),
    // The page owns it from then on, as a draft that is being written.
    staleTime: Infinity,
    gcTime: 0,
    meta: { live: false },
  });

export const documentsQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['signing', 'documents', requestId],
    queryFn: ({ signal }) => get<ConclusionDocument[]>(ofRequest(requestId, 'documents'), undefined, signal),
  });

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['signing', 'document', id],
    queryFn: ({ signal }) => get<ConclusionDocument>(ofDocument(id), undefined, signal),
  });

export const awaitingQuery = queryOptions({
  queryKey: ['signing', 'awaiting'],
  queryFn: ({ signal }) => get<Awaiting[]>(`${SIGNING}/awaiting`, undefined, signal),
});

export const earlierQuery = queryOptions({
  queryKey: ['signing', 'earlier'],
  queryFn: ({ signal }) => get<Earlier[]>(`${SIGNING}/earlier`, { limit: 50 }, signal),
  staleTime: 60_000,
  meta: { live: false },
});

export const phrasesQuery = (profile: string, field: string) =>
  queryOptions({
    queryKey: ['signing', 'phrases', profile, field],
    queryFn: ({ signal }) => get<Phrase[]>(`${SIGNING}/phrases`, { profile, field }, signal),
    staleTime: 60_000,
    meta: { live: false },
  });

/** What the server side says to whether one can sign; null in a region without signing. */
export const workplaceQuery = queryOptions({
  queryKey: ['signing', 'workplace'],
  queryFn: async ({ signal }): Promise<Workplace | null> => {
    try {
      return await get<Workplace>(`${SIGNING}/workplace`, undefined, signal);
    } catch (error) {
      if (isApiError(error) && (error.status === 404 || error.status === 403)) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
  meta: { live: false },
});

export const getConclusion = (requestId: string): Promise<Conclusion> => get(ofRequest(requestId, 'conclusion'));
export const putConclusion = (requestId: string, body: { version: number; answers: FormValues; sources: readonly Source[] }): Promise<Conclusion> =>
  put(ofRequest(requestId, 'conclusion'), body);
export const makeDocument = (requestId: string, body: { id: string; version: number }): Promise<ConclusionDocument> =>
  post(ofRequest(requestId, 'conclusion/document'), body);
export const sendSignature = (requestId: string, body: { id: string; documentId: string; cms: string }): Promise<ConclusionDocument> =>
  post(ofRequest(requestId, 'signature'), body);
export const complete = (requestId: string, documentId: string): Promise<ConclusionDocument> => post(ofRequest(requestId, 'completion'), { documentId });
export const awaitSignature = (requestId: string, documentId: string): Promise<ConclusionDocument> =>
  post(ofRequest(requestId, 'await-signature'), { documentId });
export const resume = (requestId: string): Promise<Conclusion> => post(ofRequest(requestId, 'resume'));
export const finishWithScan = (requestId: string, body: { id: string; documentIds: string[] }): Promise<ConclusionDocument> =>
  post(ofRequest(requestId, 'scan'), body);
export const beginCorrection = (requestId: string, body: { kind: CorrectionKind; reason: string }): Promise<Conclusion> =>
  post(ofRequest(requestId, 'correction'), body);
export const endCorrection = (requestId: string): Promise<void> => del(ofRequest(requestId, 'correction'));
export const verify = (documentId: string): Promise<Verification> => post(ofDocument(documentId, '/verification'));
export const judgeCertificates = (certificates: string[]): Promise<CertificateReport[]> => post(`${SIGNING}/certificates`, { certificates });
export const savePhrase = (phrase: { id: string; profile: string | null; field: string; title: string; text: string }): Promise<Phrase> =>
  post(`${SIGNING}/phrases`, phrase);
export const deletePhrase = (id: string): Promise<void> => del(`${SIGNING}/phrases/${segment(id)}`);
export const identify = (requestId: string, method: IdentificationMethod): Promise<unknown> =>
  put(`/api/requests/${segment(requestId)}/identification`, { method });

export const contentUrl = (documentId: string, inline = false): string => url(ofDocument(documentId, '/content'), inline ? { inline } : {});
export const archiveUrl = (documentId: string): string => ofDocument(documentId, '/archive');
export const cdaUrl = (documentId: string): string => ofDocument(documentId, '/cda');
export const sealedRecordUrl = (requestId: string): string => ofRequest(requestId, 'sealed-record');

/** The bytes that are signed. */
export async function fetchContent(address: string): Promise<Uint8Array> {
  const response = await send(address, {});
  if (!response.ok) throw await problemOf(response);
  return new Uint8Array(await response.arrayBuffer());
}

/** After a document changed by our own doing. */
export function documentChanged(queries: QueryClient, document: ConclusionDocument): void {
  queries.setQueryData(documentQuery(document.id).queryKey, document);
  for (const queryKey of [
    ['signing', 'documents', document.requestId], ['signing', 'awaiting'], ['signing', 'earlier'], ['requests'], ['chat'], ['documents'], ['notifications', document.requestId],
  ]) {
    void queries.invalidateQueries({ queryKey, predicate: (query) => query.meta?.live !== false });
  }
}
