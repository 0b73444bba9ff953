import { get, isApiError, post } from '@/shared/api/client';
import { toBase64 } from './bytes';
import { type Signer, SignerError, type SignerState, type SigningCertificate } from './Signer';

interface DemoCertificate {
  certificate: string;
  ownerName: string;
  issuer: string;
  serial: string;
  validFrom: string;
  validTo: string;
  algorithm: string;
  thumbprint: string;
}

const ADDRESS = '/api/demo/signer';

/** «Демонстрационная подпись»: a key of the demo's own authority, on the server. There only where the demo is installed. */
export class DemoSigner implements Signer {
  readonly demonstration = true;

  async state(): Promise<SignerState> {
    return { pluginVersion: null, cspVersion: null, licence: null };
  }

  async certificates(): Promise<SigningCertificate[]> {
    try {
      const { certificate, thumbprint, ownerName, issuer, validFrom, validTo, algorithm } = await get<DemoCertificate>(ADDRESS);
      return [{ thumbprint, ownerName, organisation: null, issuer, validFrom, validTo, algorithm, der: certificate, obstacle: null }];
    } catch (error) {
      // Every production system.
      if (isApiError(error) && (error.status === 404 || error.status === 403)) return [];
      throw error;
    }
  }

  async sign(_: SigningCertificate, document: Uint8Array): Promise<string> {
    const { cms } = await post<{ cms: string }>(`${ADDRESS}/signature`, { content: toBase64(document) });
    if (cms === '') throw new SignerError('unknown');
    return cms;
  }
}
