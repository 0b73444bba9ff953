import { uuidv7 } from '@/shared/api/uuid';
import { contentUrl, fetchContent, sendSignature } from '../api';
import { sha256 } from '../signer/bytes';
import { SignerError } from '../signer/Signer';
import type { ConclusionDocument } from '../types';
import type { Offer } from './useOffers';

const HASH_ABOVE = 10 * 1024 * 1024;

/** What has to be known of a document to sign it. */
export interface Signable {
  id: string;
  requestId: string;
  sha256: string;
}

/** Takes the bytes, makes sure that they are those that the server names, has them signed and lets the server check the signature. */
export async function signDocument(document: Signable, offer: Offer, hashAbove: number | undefined): Promise<ConclusionDocument> {
  const content = await fetchContent(contentUrl(document.id));
  if ((await sha256(content)) !== document.sha256.toLowerCase()) throw new SignerError('document-changed');
  const cms = await offer.signer.sign(offer.certificate, content, hashAbove ?? HASH_ABOVE);
  return sendSignature(document.requestId, { id: uuidv7(), documentId: document.id, cms });
}
