import { toBase64 } from './bytes';
import { commonNameOf, organisationOf, ownerOf } from './distinguishedName';
import { openPlugin, type PluginObject, type PluginObjects } from './plugin';
import { signerErrorOf } from './pluginErrors';
import { type Signer, type SignerCode, SignerError, type SignerState, type SigningCertificate } from './Signer';

// Constants of CAPICOM and CAdESCOM, by their names there.
const CURRENT_USER_STORE = 2;
const STORE_OPEN_MAXIMUM_ALLOWED = 2;
const CERTIFICATE_FIND_EXTENDED_PROPERTY = 6;
const PROPERTY_KEY_PROV_INFO = 2;
const ENCODE_BASE64 = 0;
const BASE64_TO_BINARY = 1;
const CADES_BES = 1;
const AUTHENTICATED_ATTRIBUTE_SIGNING_TIME = 0;
const CERTIFICATE_INCLUDE_CHAIN_EXCEPT_ROOT = 0;
const PROVIDER_GOST_2012_256 = 80;
const HASH_SHA_256 = 4;
const HASH_OF_KEY: Readonly<Record<string, number>> = { '1.2.643.7.1.1.1.1': 101, '1.2.643.7.1.1.1.2': 102 };

const OLDEST_CSP = 4;
/** Of bytes, so that each but the last is whole groups of base64. */
const HASH_PIECE = 3 * 1024 * 1024;

/** КриптоПро ЭЦП Browser plug-in. */
export class PluginSigner implements Signer {
  readonly demonstration = false;

  /** @param script where the vendor's script is loaded from; null when the operator named no place */
  constructor(private readonly script: string | null) {}

  async state(): Promise<SignerState> {
    return this.with(async (plugin) => {
      const about = await plugin.CreateObjectAsync('CAdESCOM.About');
      const pluginVersion = await versionOf(() => about.PluginVersion);
      let csp: PluginObject;
      try {
        csp = await about.CSPVersion('', PROVIDER_GOST_2012_256);
      } catch (thrown) {
        throw new SignerError('no-csp', signerErrorOf(thrown).detail);
      }
      const cspVersion = await versionOf(async () => csp);
      if (cspVersion !== null && Number(cspVersion.split('.')[0]) < OLDEST_CSP) throw new SignerError('old-csp', cspVersion);
      const licence = await this.licence(plugin);
      const until = dateOf(licence);
      if (until !== null && until.getTime() < Date.now()) throw new SignerError('licence-expired', licence);
      return { pluginVersion, cspVersion, licence };
    });
  }

  async certificates(): Promise<SigningCertificate[]> {
    return this.with((plugin) =>
      inStore(plugin, async (all) => {
        const found: PluginObject = await all.Find(CERTIFICATE_FIND_EXTENDED_PROPERTY, PROPERTY_KEY_PROV_INFO);
        const count: number = await found.Count;
        const certificates: SigningCertificate[] = [];
        for (let index = 1; index <= count; index++) certificates.push(await describe(await found.Item(index)));
        return certificates.sort((a, b) => Number(a.obstacle !== null) - Number(b.obstacle !== null) || b.validTo.localeCompare(a.validTo));
      }),
    );
  }

  async sign(certificate: SigningCertificate, document: Uint8Array, hashAbove: number): Promise<string> {
    return this.with((plugin) =>
      inStore(plugin, async (all) => {
        const signer = await plugin.CreateObjectAsync('CAdESCOM.CPSigner');
        const own = await byThumbprint(all, certificate.thumbprint);
        await signer.propset_Certificate(own);
        await signer.propset_CheckCertificate(true);
        await signer.propset_Options(CERTIFICATE_INCLUDE_CHAIN_EXCEPT_ROOT);
        const time = await plugin.CreateObjectAsync('CAdESCOM.CPAttribute');
        await time.propset_Name(AUTHENTICATED_ATTRIBUTE_SIGNING_TIME);
        await time.propset_Value(new Date());
        const attributes = await signer.AuthenticatedAttributes2;
        await attributes.Add(time);

        const signed = await plugin.CreateObjectAsync('CAdESCOM.CadesSignedData');
        if (document.length > hashAbove) return signed.SignHash(await hash(plugin, own, document), signer, CADES_BES);
        // Before the content: otherwise the plug-in signs the letters of the base64, and the signature is of something else.
        await signed.propset_ContentEncoding(BASE64_TO_BINARY);
        await signed.propset_Content(toBase64(document));
        return signed.SignCades(signer, CADES_BES, true);
      }),
    );
  }

  private async licence(plugin: PluginObjects): Promise<string | null> {
    try {
      const licence = await plugin.CreateObjectAsync('CAdESCOM.CPLicense');
      const validTo: unknown = await licence.ValidTo();
      return typeof validTo === 'string' && validTo !== '' ? validTo : null;
    } catch {
      // Older plug-ins do not tell; an expired licence then shows when one signs.
      return null;
    }
  }

  private async with<T>(work: (plugin: PluginObjects) => Promise<T>): Promise<T> {
    const plugin = await openPlugin(this.script);
    try {
      return await work(plugin);
    } catch (thrown) {
      throw signerErrorOf(thrown);
    }
  }
}

async function inStore<T>(plugin: PluginObjects, work: (certificates: PluginObject) => Promise<T>): Promise<T> {
  const store = await plugin.CreateObjectAsync('CAdESCOM.Store');
  await store.Open(CURRENT_USER_STORE, 'My', STORE_OPEN_MAXIMUM_ALLOWED);
  try {
    return await work(await store.Certificates);
  } finally {
    await store.Close();
  }
}

async function byThumbprint(all: PluginObject, thumbprint: string): Promise<PluginObject> {
  const count: number = await all.Count;
  for (let index = 1; index <= count; index++) {
    const certificate = await all.Item(index);
    if (String(await certificate.Thumbprint).toUpperCase() === thumbprint) return certificate;
  }
  throw new SignerError('no-token');
}

async function describe(certificate: PluginObject): Promise<SigningCertificate> {
  const subject = String(await certificate.SubjectName);
  const key = await certificate.PublicKey();
  const validFrom = new Date(await certificate.ValidFromDate);
  const validTo = new Date(await certificate.ValidToDate);
  const now = Date.now();
  const obstacle: SignerCode | null = validTo.getTime() < now ? 'certificate-expired' : validFrom.getTime() > now ? 'certificate-not-yet-valid' : null;
  return {
    thumbprint: String(await certificate.Thumbprint).toUpperCase(),
    ownerName: ownerOf(subject),
    organisation: organisationOf(subject),
    issuer: commonNameOf(String(await certificate.IssuerName)),
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
    algorithm: String(await (await key.Algorithm).FriendlyName),
    der: String(await certificate.Export(ENCODE_BASE64)).replace(/\s/g, ''),
    obstacle,
  };
}

async function hash(plugin: PluginObjects, certificate: PluginObject, document: Uint8Array): Promise<PluginObject> {
  const key = await certificate.PublicKey();
  const algorithm = String(await (await key.Algorithm).Value);
  const hashed = await plugin.CreateObjectAsync('CAdESCOM.HashedData');
  await hashed.propset_Algorithm(HASH_OF_KEY[algorithm] ?? HASH_SHA_256);
  await hashed.propset_DataEncoding(BASE64_TO_BINARY);
  for (let at = 0; at < document.length; at += HASH_PIECE) await hashed.Hash(toBase64(document.subarray(at, at + HASH_PIECE)));
  return hashed;
}

async function versionOf(read: () => Promise<PluginObject>): Promise<string | null> {
  try {
    const version = await read();
    return `${await version.MajorVersion}.${await version.MinorVersion}.${await version.BuildVersion}`;
  } catch {
    return null;
  }
}

/** «31.12.2026» or an ISO date; null for «постоянная» and whatever else a version of the plug-in writes. */
function dateOf(text: string | null): Date | null {
  const local = /(\d{2})\.(\d{2})\.(\d{4})/.exec(text ?? '');
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  if (local) return new Date(Date.UTC(Number(local[3]), Number(local[2]) - 1, Number(local[1]) + 1));
  return iso ? new Date(Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]) + 1)) : null;
}
