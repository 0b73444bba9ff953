import { expect, it } from 'vitest';
import ru from './ru.json';
import type { SignerCode } from './signer/Signer';

const CODES: Record<SignerCode, true> = {
  'not-configured': true, 'script-unavailable': true, 'no-plugin': true, 'no-csp': true, 'old-csp': true, 'old-plugin': true, 'licence-expired': true,
  'no-certificates': true, 'no-token': true, 'token-locked': true, 'wrong-pin': true, 'no-key': true, 'key-expired': true, cancelled: true,
  'chain-missing': true, 'root-untrusted': true, 'certificate-expired': true, 'certificate-not-yet-valid': true, 'certificate-revoked': true,
  'revocation-offline': true, 'bad-argument': true, algorithm: true, 'access-denied': true, 'document-changed': true, unknown: true,
};

it('every trouble of a workplace has a title and an advice', () => {
  const texts = ru.signer as Record<string, unknown>;
  for (const code of Object.keys(CODES)) expect(texts[code], code).toMatchObject({ title: expect.any(String), advice: expect.stringMatching(/\.$/) });
});
