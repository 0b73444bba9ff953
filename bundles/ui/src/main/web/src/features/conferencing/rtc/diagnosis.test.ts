import { describe, expect, it } from 'vitest';
import { diagnose, networks, outcomeOf, type Findings } from './diagnosis';

const fine: Findings = { supported: true, camera: 'ok', microphone: 'ok', udp: true, tcp: true, addresses: ['192.168.1.5'], noCandidates: false };

describe('the diagnosis', () => {
  it.each([
    ['nothing', {}, null],
    ['an old browser', { supported: false }, 'BROWSER'],
    ['no way to a camera', { camera: 'unsupported' }, 'BROWSER'],
    ['a refused permission', { microphone: 'denied' }, 'PERMISSION'],
    ['a device of another program', { camera: 'busy' }, 'BUSY_DEVICE'],
    ['a camera that gives no picture', { camera: 'dark' }, 'BUSY_DEVICE'],
    ['no camera', { camera: 'missing' }, 'NO_DEVICE'],
    ['blocked UDP', { udp: false }, 'UDP_BLOCKED'],
    ['an extension', { udp: false, tcp: false }, 'EXTENSION'],
    ['an extension that hides all', { udp: null, tcp: null, noCandidates: true }, 'EXTENSION'],
    ['several networks', { udp: false, tcp: false, addresses: ['192.168.1.5', '10.8.0.2'] }, 'SEVERAL_ADAPTERS'],
    ['no relay to ask', { udp: null, tcp: null }, null],
  ] as const)('finds %s', (_, change, cause) => {
    expect(diagnose({ ...fine, ...change })).toBe(cause);
  });

  it('names what is certain before what is likely', () => {
    expect(diagnose({ ...fine, camera: 'denied', udp: false, tcp: false })).toBe('PERMISSION');
  });

  it('does not take two addresses of one network for two networks', () => {
    expect(networks(['192.168.1.5', '192.168.1.6', 'fe80::1', '2001:db8::1'])).toBe(1);
    expect(networks(['2001:db8::1', '2001:db8::2'])).toBe(1);
    expect(networks(['a1b2.local'])).toBe(0);
  });

  it('tells a call that will not come about from one that will be poorer', () => {
    expect(outcomeOf(fine)).toBe('OK');
    expect(outcomeOf({ ...fine, camera: 'busy' })).toBe('LIMITED');
    expect(outcomeOf({ ...fine, udp: false })).toBe('LIMITED');
    expect(outcomeOf({ ...fine, microphone: 'denied' })).toBe('FAILED');
    expect(outcomeOf({ ...fine, udp: false, tcp: false })).toBe('FAILED');
  });
});
