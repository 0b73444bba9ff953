import { Store } from '@/shared/store';

/** The call that the doctor's page shows, above the router: it goes on while other pages are looked at. */
export interface OpenCall {
  requestId: string;
  title: string;
  /** Rings the patient after entering; a number of its own for each click. */
  ring: boolean;
  key: number;
  floating: boolean;
}

class CallWindow extends Store<OpenCall | null> {
  private keys = 0;

  /** Opens the call of a request, or brings the one that is open to the front. */
  open(requestId: string, title: string, ring: boolean): void {
    const now = this.snapshot();
    if (now?.requestId === requestId) this.set({ ...now, floating: false });
    else this.set({ requestId, title, ring, key: ++this.keys, floating: false });
  }

  /** Enters the same room once more, as after a call that was put out. */
  again(): void {
    const now = this.snapshot();
    if (now) this.set({ ...now, ring: false, key: ++this.keys });
  }

  setFloating(floating: boolean): void {
    const now = this.snapshot();
    if (now && now.floating !== floating) this.set({ ...now, floating });
  }

  close(): void {
    this.set(null);
  }
}

export const callWindow = new CallWindow(null);
