/** Short notices at the lower edge: a store of its own, so that any code can say something. */
export interface Notice {
  id: number;
  kind: 'done' | 'error';
  text: string;
}

let notices: readonly Notice[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Notice[]): void {
  notices = next;
  listeners.forEach((listener) => listener());
}

export function notify(kind: Notice['kind'], text: string): void {
  last += 1;
  const notice = { id: last, kind, text };
  set([...notices.slice(-2), notice]);
  setTimeout(() => dismissNotice(notice.id), kind === 'error' ? 12_000 : 5_000);
}

export const dismissNotice = (id: number): void => set(notices.filter((notice) => notice.id !== id));
export const currentNotices = (): readonly Notice[] => notices;

export function subscribeNotices(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
