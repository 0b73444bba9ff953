/** Which domains are being updated right now: a small store that the frame shows as a calm line. */
const counts = new Map<string, number>();
const listeners = new Set<() => void>();
let snapshot: readonly string[] = [];

function changed(): void {
  snapshot = [...counts.keys()].sort();
  listeners.forEach((listener) => listener());
}

export function beginUpdating(domain: string): void {
  counts.set(domain, (counts.get(domain) ?? 0) + 1);
  changed();
}

export function endUpdating(domain: string): void {
  const left = (counts.get(domain) ?? 1) - 1;
  if (left > 0) counts.set(domain, left);
  else counts.delete(domain);
  changed();
}

export function subscribeUpdating(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const updatingDomains = (): readonly string[] => snapshot;
