import i18n, { errorSentence, sayError } from '@/shared/i18n';
import { SignerError } from '../signer/Signer';

export interface Said {
  title: string;
  advice: string;
}

const ofSigner = (code: string): Said => ({ title: i18n.t(`signing:signer.${code}.title`), advice: i18n.t(`signing:signer.${code}.advice`) });

/** What went wrong while one signed, and what to do: the workplace's own troubles and the server's refusals. */
export function saySigning(error: unknown): Said {
  if (!(error instanceof SignerError)) return { title: i18n.t('signing:sign.failed'), advice: sayError(error) };
  const said = ofSigner(error.code);
  return error.detail === null ? said : { title: said.title, advice: `${said.advice} ${i18n.t('signing:signer.detail', { detail: error.detail })}` };
}

/** Why a certificate cannot sign. */
export function sayCode(code: string): string {
  if (code.startsWith('signer.')) return ofSigner(code.slice('signer.'.length)).title;
  return errorSentence(code) ?? i18n.t('signing:certificate.refused', { code });
}
