import { type SignerCode, SignerError } from './Signer';

/** What Windows, CryptoPro CSP and the plug-in call their troubles. The words that they show beside hide the cause. */
const CODES: Readonly<Record<string, SignerCode>> = {
  '8007065B': 'licence-expired',
  '800B010A': 'chain-missing',
  '800B0109': 'root-untrusted',
  '800B0101': 'certificate-expired',
  '800B0102': 'certificate-expired',
  '800B010C': 'certificate-revoked',
  '80092010': 'certificate-revoked',
  '80092012': 'revocation-offline',
  '80092013': 'revocation-offline',
  '800B010E': 'revocation-offline',
  '80070057': 'bad-argument',
  '80090008': 'algorithm',
  '80090010': 'access-denied',
  '80090016': 'no-token',
  '8009000D': 'no-key',
  '8009200B': 'no-key',
  '80090019': 'no-token',
  '8009001D': 'no-csp',
  '80090017': 'no-csp',
  '80040154': 'no-csp',
  '8007007E': 'no-csp',
  '8010000C': 'no-token',
  '80100009': 'no-token',
  '80100017': 'no-token',
  '8010001D': 'no-token',
  '8010002E': 'no-token',
  '80100069': 'no-token',
  '8010006B': 'wrong-pin',
  '8010006C': 'token-locked',
  '8010006E': 'cancelled',
  '80100002': 'cancelled',
  '800704C7': 'cancelled',
  '000004C7': 'cancelled',
  '80090022': 'cancelled',
};

/** Where the plug-in gives words without a number. */
const WORDS: readonly (readonly [RegExp, SignerCode])[] = [
  [/отмен[её]н|cancel/i, 'cancelled'],
  [/лиценз|licen[cs]e/i, 'licence-expired'],
  [/плагин недоступен|плагин не загружен|не (?:установлен|загружен) плагин|plug-?in (?:is )?(?:not|unavailable)|истекло время ожидания загрузки/i, 'no-plugin'],
  [/набор ключей не существует|keyset does not exist|контейнер не найден/i, 'no-token'],
  [/цепочк|certificate chain/i, 'chain-missing'],
];

const text = (thrown: unknown): string => {
  if (typeof thrown === 'string') return thrown;
  const message = (thrown as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : '';
};

/** The cause behind what the plug-in threw. */
export function signerErrorOf(thrown: unknown): SignerError {
  if (thrown instanceof SignerError) return thrown;
  const said = text(thrown);
  const number = /0x([0-9a-f]{8})/i.exec(said)?.[1]?.toUpperCase();
  const known = number === undefined ? undefined : CODES[number];
  const guessed = WORDS.find(([words]) => words.test(said))?.[1];
  // The plug-in's sentence may name a container or a person; a number names nobody.
  return new SignerError(known ?? guessed ?? 'unknown', number === undefined ? null : `0x${number}`);
}
