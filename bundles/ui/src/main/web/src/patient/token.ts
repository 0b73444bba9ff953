/** The token of the patient's link: it stands in the address's fragment, which browsers never send. */
export function tokenFromFragment(fragment: string): string | null {
  const text = fragment.replace(/^#/, '').trim();
  return text === '' ? null : text;
}

/** Takes the token out of the address bar and the history of the tab. */
export function removeFragment(): void {
  history.replaceState(null, '', location.pathname + location.search);
}

const OPENED = 'consilium.visit.link';

/** What is remembered of a token: enough to recognise it, too little to use it. */
async function fingerprint(token: string): Promise<string | null> {
  // Only pages from https and localhost have it; elsewhere there is no session either.
  if (typeof crypto === 'undefined' || !crypto.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether the session of this browser, if there is one, was opened by this very link: then nothing is asked a second time. */
export async function openedThisBrowser(token: string): Promise<boolean> {
  try {
    const known = localStorage.getItem(OPENED);
    return known !== null && known === (await fingerprint(token));
  } catch {
    return false;
  }
}

export async function rememberOpened(token: string): Promise<void> {
  try {
    const print = await fingerprint(token);
    if (print !== null) localStorage.setItem(OPENED, print);
  } catch {
    // Then the check is asked again next time.
  }
}

export function forgetOpened(): void {
  try {
    localStorage.removeItem(OPENED);
  } catch {
    // Nothing was kept.
  }
}
