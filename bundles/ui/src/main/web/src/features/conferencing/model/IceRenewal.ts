import type { Ice } from './types';

const RENEW_BEFORE_MS = 120_000;
const RETRY_MS = 10_000;

/** What the browser shall know of STUN and TURN. */
export function configurationOf(ice: Ice): RTCConfiguration {
  return {
    iceServers: ice.iceServers.map(({ urls, username, credential }) => ({ urls, ...(username ? { username } : {}), ...(credential ? { credential } : {}) })),
    iceTransportPolicy: ice.transport,
    bundlePolicy: 'max-bundle',
  };
}

/** TURN credentials hold for minutes: these are asked for anew before they end. */
export class IceRenewal {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private ice: Ice,
    private readonly fetch: () => Promise<Ice>,
    private readonly onFresh: (configuration: RTCConfiguration) => void,
  ) {}

  configuration(): RTCConfiguration {
    return configurationOf(this.ice);
  }

  take(ice: Ice): void {
    this.ice = ice;
    this.onFresh(configurationOf(ice));
    const left = Date.parse(ice.expiresAt) - Date.parse(ice.now);
    this.again(Math.max(5_000, left - RENEW_BEFORE_MS));
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private again(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fetch().then((ice) => this.take(ice), () => this.again(RETRY_MS)), delay);
  }
}
