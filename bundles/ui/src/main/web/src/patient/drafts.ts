/** Where the text that is being typed is kept. */
export const draftKey = (requestId: string): string => `consilium.visit.draft.${requestId}`;

/** Where the texts that are not sent yet are kept. */
export const outboxKey = (requestId: string): string => `consilium.visit.outbox.${requestId}`;

/** On leaving nothing of the conversation stays in the browser. */
export function forgetDrafts(requestId: string): void {
  try {
    sessionStorage.removeItem(draftKey(requestId));
    sessionStorage.removeItem(outboxKey(requestId));
  } catch {
    // Nothing was kept.
  }
}

export function readDraft(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
