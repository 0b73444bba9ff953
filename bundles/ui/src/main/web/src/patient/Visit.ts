import { failureOf } from '@/shared/failure';
import { Store } from '@/shared/store';
import { isApiError } from '@/shared/api/client';
import type { VisitSession } from '@/shared/api/types';
import type { VisitEndpoints } from './endpoints';
import { forgetOpened, openedThisBrowser, rememberOpened } from './token';

/** Why there is no consultation on the screen. */
export type Trouble = 'unknown' | 'expired' | 'revoked' | 'locked' | 'noLink' | 'ended' | 'left';

/** What went wrong with the last try of the form on the screen. */
export type Refusal =
  | { kind: 'mismatch'; attemptsLeft: number | null }
  | { kind: 'too-many'; seconds: number | null }
  | { kind: 'consent-changed' }
  | { kind: 'error'; code: string };

export type Phase =
  | { name: 'starting' }
  | { name: 'unreachable' }
  | { name: 'check'; token: string; needsLastFour: boolean; busy: boolean; refusal: Refusal | null }
  | { name: 'consent'; session: VisitSession; busy: boolean; refusal: Refusal | null }
  | { name: 'chat'; session: VisitSession }
  | { name: 'trouble'; trouble: Trouble };

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'identity.link-unknown': 'unknown',
  'identity.link-expired': 'expired',
  'identity.link-revoked': 'revoked',
  'identity.link-locked': 'locked',
};

const RETRY_MS = 5_000;

/** The way of a patient: link, check of identity, consent, chat. */
export class Visit extends Store<Phase> {
  private token: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with each start: answers that belong to an earlier link are not listened to. */
  private course = 0;
  /** Answers of the server overtake one another: an older one changes nothing. */
  private asked = 0;
  private answered = 0;

  constructor(
    private readonly endpoints: VisitEndpoints,
    private readonly onOpened: () => void,
  ) {
    super({ name: 'starting' });
  }

  /** Begins with the link's token, or without one with the session that the browser may have. */
  async start(token: string | null): Promise<void> {
    clearTimeout(this.timer);
    const course = ++this.course;
    this.token = token;
    // While the server is out of reach the page does not flicker between two states.
    if (this.snapshot().name !== 'unreachable') this.set({ name: 'starting' });
    try {
      const phase = await this.first(token);
      if (course === this.course) this.set(phase);
    } catch {
      if (course !== this.course) return;
      this.set({ name: 'unreachable' });
      this.timer = setTimeout(() => void this.start(token), RETRY_MS);
    }
  }

  retry(): void {
    void this.start(this.token);
  }

  async check(birthDate: string, lastFour: string | null): Promise<void> {
    const phase = this.snapshot();
    if (phase.name !== 'check' || phase.busy) return;
    this.set({ ...phase, busy: true, refusal: null });
    const course = this.course;
    try {
      const session = await this.endpoints.open(phase.token, birthDate, lastFour);
      await rememberOpened(phase.token);
      if (course === this.course) this.enter(session);
    } catch (error) {
      if (course !== this.course) return;
      const trouble = troubleOf(error);
      const refusal = refusalOf(error);
      if (trouble) this.set({ name: 'trouble', trouble });
      else if (refusal.kind === 'mismatch' && refusal.attemptsLeft === 0) this.set({ name: 'trouble', trouble: 'locked' });
      else this.set({ ...phase, busy: false, refusal });
    }
  }

  async consent(): Promise<void> {
    const phase = this.snapshot();
    if (phase.name !== 'consent' || phase.busy) return;
    this.set({ ...phase, busy: true, refusal: null });
    try {
      this.enter(await this.endpoints.consent(phase.session.consent.version));
    } catch (error) {
      if (this.snapshot().name !== 'consent') return;
      const refusal = refusalOf(error);
      // The text changed between reading and agreeing: the new one has to be read.
      const fresh = isApiError(error) && (error.status === 409 || error.status === 422) ? await this.again() : null;
      if (fresh && fresh.consent.version !== phase.session.consent.version) {
        this.set({ name: 'consent', session: fresh, busy: false, refusal: { kind: 'consent-changed' } });
      } else {
        this.set({ ...phase, busy: false, refusal });
      }
    }
  }

  /** Looks again at the session: closed meanwhile, moved to another time, revoked. */
  async refresh(): Promise<void> {
    const phase = this.snapshot();
    if (phase.name !== 'chat' && phase.name !== 'consent') return;
    const turn = ++this.asked;
    const session = await this.again();
    const now = this.snapshot();
    if (!session || turn < this.answered || (now.name !== 'chat' && now.name !== 'consent')) return;
    this.answered = turn;
    if (now.name === 'chat') this.set(session.consent.given ? { name: 'chat', session } : consentPhase(session));
    else if (session.consent.given) this.set({ name: 'chat', session });
  }

  /** The server says that there is no session any more. */
  ended(): void {
    const phase = this.snapshot();
    if (phase.name === 'chat' || phase.name === 'consent') this.set({ name: 'trouble', trouble: 'ended' });
  }

  async leave(): Promise<void> {
    this.course++;
    forgetOpened();
    try {
      await this.endpoints.close();
    } catch (error) {
      // A session that is gone already is what was wanted. Without a connection it cannot be closed: then the page stays.
      if (failureOf(error).temporary) throw error;
    }
    this.set({ name: 'trouble', trouble: 'left' });
  }

  private async first(token: string | null): Promise<Phase> {
    if (token === null || (await openedThisBrowser(token))) {
      const session = await this.current();
      if (session) {
        this.onOpened();
        return phaseOf(session);
      }
      if (token === null) return { name: 'trouble', trouble: 'noLink' };
    }
    try {
      const { needsLastFour } = await this.endpoints.challenge(token);
      return { name: 'check', token, needsLastFour, busy: false, refusal: null };
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble) return { name: 'trouble', trouble };
      throw error;
    }
  }

  /** The session of this browser, null for none. */
  private async current(): Promise<VisitSession | null> {
    try {
      return await this.endpoints.session();
    } catch (error) {
      if (isApiError(error) && [401, 403, 404, 410].includes(error.status)) return null;
      throw error;
    }
  }

  private async again(): Promise<VisitSession | null> {
    try {
      const session = await this.current();
      if (!session) this.ended();
      return session;
    } catch {
      // Without an answer what is on the screen stays.
      return null;
    }
  }

  private enter(session: VisitSession): void {
    this.onOpened();
    this.set(phaseOf(session));
  }
}

const consentPhase = (session: VisitSession): Phase => ({ name: 'consent', session, busy: false, refusal: null });

const phaseOf = (session: VisitSession): Phase => (session.consent.given ? { name: 'chat', session } : consentPhase(session));

/** A refusal that no further try can change. A token that is no token is as unknown as a wrong one. */
function troubleOf(error: unknown): Trouble | null {
  if (!isApiError(error)) return null;
  const known = TROUBLES[error.code];
  if (known) return known;
  if (error.status === 404) return 'unknown';
  return error.status === 410 ? 'expired' : null;
}

function refusalOf(error: unknown): Refusal {
  if (isApiError(error, 'identity.link-check-failed')) {
    const left = error.members.attemptsLeft;
    return { kind: 'mismatch', attemptsLeft: typeof left === 'number' ? left : null };
  }
  if (isApiError(error) && error.status === 429) {
    const seconds = error.members.retryAfter;
    return { kind: 'too-many', seconds: typeof seconds === 'number' ? seconds : null };
  }
  return { kind: 'error', code: failureOf(error).code };
}
