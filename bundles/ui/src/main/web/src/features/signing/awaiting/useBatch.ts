import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { complete, documentChanged } from '../api';
import { type Said, saySigning } from '../sign/saySigner';
import { signDocument } from '../sign/signing';
import type { Offer } from '../sign/useOffers';
import { SignerError } from '../signer/Signer';
import type { Awaiting } from '../types';

export type RowState = { kind: 'signing' | 'checking' | 'done' } | { kind: 'failed'; said: Said };

/** What stops all the others, too: the token is gone, the doctor said no. */
const STOPS = new Set(['cancelled', 'no-token', 'token-locked', 'wrong-pin', 'no-plugin', 'no-csp', 'licence-expired']);

/** Signs one after the other with the same certificate and executes each request whose signature was found good. */
export function useBatch() {
  const queries = useQueryClient();
  const [states, setStates] = useState<ReadonlyMap<string, RowState>>(new Map());
  const [running, setRunning] = useState(false);
  const run = useCallback(
    async (rows: readonly Awaiting[], offer: Offer, hashAbove: number | undefined) => {
      const note = (id: string, state: RowState) => setStates((before) => new Map(before).set(id, state));
      setRunning(true);
      try {
        for (const row of rows) {
          note(row.documentId, { kind: 'signing' });
          try {
            let document = await signDocument({ id: row.documentId, requestId: row.requestId, sha256: row.sha256 }, offer, hashAbove);
            if (document.state === 'SIGNED') document = await complete(row.requestId, row.documentId);
            note(row.documentId, { kind: document.state === 'SIGNED' ? 'done' : 'checking' });
            documentChanged(queries, document);
          } catch (error) {
            note(row.documentId, { kind: 'failed', said: saySigning(error) });
            if (error instanceof SignerError && STOPS.has(error.code)) break;
          }
        }
      } finally {
        setRunning(false);
      }
    },
    [queries],
  );
  return { states, running, run };
}
