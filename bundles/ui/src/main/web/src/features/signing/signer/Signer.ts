/** A certificate of this workplace, with what the list shows of it. */
export interface SigningCertificate {
  /** The same certificate has the same one, whoever asks. */
  thumbprint: string;
  ownerName: string;
  organisation: string | null;
  issuer: string;
  /** yyyy-MM-ddTHH:mm:ssZ */
  validFrom: string;
  validTo: string;
  /** As its algorithm is called by its maker: «ГОСТ Р 34.10-2012 256 бит». */
  algorithm: string;
  /** Base64 of DER: what the server judges it by. */
  der: string;
  /** Why it cannot sign, as far as the workplace can tell; null when nothing speaks against it. */
  obstacle: SignerCode | null;
}

/** What a workplace says of itself before anything is signed. */
export interface SignerState {
  pluginVersion: string | null;
  cspVersion: string | null;
  /** As the plug-in writes it: a date or «постоянная»; null when it does not say. */
  licence: string | null;
}

/** Makes detached CAdES-BES signatures with keys that never leave the workplace. Every failure is a {@link SignerError}. */
export interface Signer {
  /** Not a qualified one: shown with a mark wherever it is offered. */
  readonly demonstration: boolean;
  state(): Promise<SignerState>;
  /** Those with a key on this workplace, usable ones first. */
  certificates(): Promise<SigningCertificate[]>;
  /**
   * @param hashAbove from this size on the document is hashed in pieces and only the hash is signed
   * @returns base64 of the CMS, with whatever line ends the plug-in writes
   */
  sign(certificate: SigningCertificate, document: Uint8Array, hashAbove: number): Promise<string>;
}

/** Each has a title and an advice in the texts, under `signer.<code>`. */
export type SignerCode =
  | 'not-configured' | 'script-unavailable' | 'no-plugin' | 'no-csp' | 'old-csp' | 'old-plugin' | 'licence-expired' | 'no-certificates'
  | 'no-token' | 'token-locked' | 'wrong-pin' | 'no-key' | 'key-expired' | 'cancelled' | 'chain-missing' | 'root-untrusted'
  | 'certificate-expired' | 'certificate-not-yet-valid' | 'certificate-revoked' | 'revocation-offline' | 'bad-argument' | 'algorithm'
  | 'access-denied' | 'document-changed' | 'unknown';

export class SignerError extends Error {
  /** @param detail what the plug-in said, for the administrator: it names codes, never people */
  constructor(
    readonly code: SignerCode,
    readonly detail: string | null = null,
  ) {
    super(code);
    this.name = 'SignerError';
  }
}
