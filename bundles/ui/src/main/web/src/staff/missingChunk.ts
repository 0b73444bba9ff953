const MARK = 'consilium.reloaded';

/**
 * After an update of the server a page that was open for long may ask for a file that is gone. It is loaded anew, once a minute at most;
 * drafts are on the server.
 */
export function reloadOnMissingChunk(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(MARK) ?? '0');
    if (Date.now() - last < 60_000) return;
    event.preventDefault();
    sessionStorage.setItem(MARK, String(Date.now()));
    window.location.reload();
  });
}
