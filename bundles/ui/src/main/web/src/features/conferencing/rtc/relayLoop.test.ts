import { describe, expect, it } from 'vitest';
import { browserName } from './DeviceCheck';
import { mediaFailure } from './mediaFailure';
import { serversFor } from './relayLoop';
import { loudness } from './sound';

describe('the relay’s addresses', () => {
  const servers = [
    { urls: ['stun:a:3478', 'turn:a:3478', 'turn:a:3478?transport=tcp', 'turns:a:5349?transport=tcp'], username: 'u', credential: 'c' },
    { urls: 'turn:b?transport=udp' },
  ];

  it('of UDP are those that say so or say nothing', () => {
    expect(serversFor(servers, 'udp')).toEqual([{ urls: ['turn:a:3478'], username: 'u', credential: 'c' }, { urls: ['turn:b?transport=udp'] }]);
  });

  it('of TCP are the others, with and without TLS', () => {
    expect(serversFor(servers, 'tcp').map((server) => server.urls)).toEqual([['turn:a:3478?transport=tcp', 'turns:a:5349?transport=tcp']]);
  });
});

describe('what the check says', () => {
  it('names the browser', () => {
    expect(browserName('Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36')).toBe('Chrome 131');
    expect(browserName('Mozilla/5.0 AppleWebKit/537.36 Chrome/130.0 YaBrowser/24.12.0 Safari/537.36')).toBe('Яндекс.Браузер 24');
    expect(browserName('Mozilla/5.0 (Mac) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15')).toBe('Safari 18');
    expect(browserName('curl')).toBe('');
  });

  it('tells refusals apart by their name', () => {
    expect(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'OverconstrainedError', 'Odd'].map((name) => mediaFailure({ name }))).toEqual([
      'denied', 'missing', 'busy', 'unsuitable', 'unknown',
    ]);
  });

  it('measures silence and a full tone', () => {
    expect(loudness(new Uint8Array(512).fill(128))).toBe(0);
    expect(loudness(Uint8Array.from({ length: 512 }, (_, i) => 128 + 120 * Math.sin(i / 5)))).toBe(1);
  });
});
