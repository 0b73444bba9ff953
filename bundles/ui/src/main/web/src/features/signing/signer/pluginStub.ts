import type { Plugin } from './plugin';

/** The object model of the plug-in, for tests: what was called in which order, and what it was told. */
export interface Stub {
  plugin: Plugin;
  calls: string[];
  /** The bytes that a signature was asked of, as the plug-in understands them. */
  signed: { content: string; encoding: number; detached: boolean; type: number } | null;
  hashed: { algorithm: number; pieces: string[] } | null;
  openStores: number;
}

export interface StubCertificate {
  thumbprint: string;
  subject: string;
  issuer: string;
  from: string;
  to: string;
  key?: string;
  hasKey?: boolean;
}

export interface StubOptions {
  certificates?: StubCertificate[];
  csp?: string | null;
  licence?: string | null;
  failure?: { at: 'ready' | 'sign' | 'store'; thrown: unknown };
}

const version = (text: string) => {
  const [major, minor, build] = text.split('.').map(Number);
  return { MajorVersion: Promise.resolve(major), MinorVersion: Promise.resolve(minor), BuildVersion: Promise.resolve(build) };
};

export function stubPlugin(options: StubOptions = {}): Stub {
  const stub: Stub = { plugin: null as unknown as Plugin, calls: [], signed: null, hashed: null, openStores: 0 };
  const fail = (at: 'ready' | 'sign' | 'store') => {
    if (options.failure?.at === at) throw options.failure.thrown;
  };
  const certificates = (options.certificates ?? []).map((each) => ({
    hasKey: each.hasKey !== false,
    Thumbprint: Promise.resolve(each.thumbprint),
    SubjectName: Promise.resolve(each.subject),
    IssuerName: Promise.resolve(each.issuer),
    ValidFromDate: Promise.resolve(each.from),
    ValidToDate: Promise.resolve(each.to),
    PublicKey: async () => ({ Algorithm: Promise.resolve({ FriendlyName: Promise.resolve('ГОСТ Р 34.10-2012 256 бит'), Value: Promise.resolve(each.key ?? '1.2.643.7.1.1.1.1') }) }),
    Export: async () => 'MIIB\r\nAAAA\r\n',
  }));
  const list = (of: typeof certificates): object => ({
    Count: Promise.resolve(of.length),
    Item: async (index: number) => of[index - 1],
    Find: async (type: number, property: number) => {
      stub.calls.push(`Find ${type} ${property}`);
      return list(of.filter((each) => each.hasKey));
    },
  });
  const objects: Record<string, () => object> = {
    'CAdESCOM.About': () => ({
      PluginVersion: Promise.resolve(version('2.0.15400')),
      CSPVersion: async () => {
        if (options.csp === null) throw new Error('Класс не зарегистрирован. (0x80040154)');
        return version(options.csp ?? '5.0.12900');
      },
    }),
    'CAdESCOM.CPLicense': () => ({ ValidTo: async () => options.licence ?? 'Постоянная' }),
    'CAdESCOM.Store': () => ({
      Open: async (...values: unknown[]) => {
        fail('store');
        stub.openStores++;
        stub.calls.push(`Open ${values.join(' ')}`);
      },
      Close: async () => {
        stub.openStores--;
      },
      Certificates: Promise.resolve(list(certificates)),
    }),
    'CAdESCOM.CPSigner': () => ({
      propset_Certificate: async () => undefined,
      propset_CheckCertificate: async (on: boolean) => stub.calls.push(`CheckCertificate ${on}`),
      propset_Options: async () => undefined,
      AuthenticatedAttributes2: Promise.resolve({ Add: async () => stub.calls.push('Attribute') }),
    }),
    'CAdESCOM.CPAttribute': () => ({
      propset_Name: async (name: number) => stub.calls.push(`Name ${name}`),
      propset_Value: async (value: unknown) => stub.calls.push(`Value ${value instanceof Date}`),
    }),
    'CAdESCOM.HashedData': () => {
      const hashed = { algorithm: 0, pieces: [] as string[] };
      stub.hashed = hashed;
      return {
        propset_Algorithm: async (value: number) => {
          hashed.algorithm = value;
        },
        propset_DataEncoding: async (value: number) => stub.calls.push(`DataEncoding ${value}`),
        Hash: async (piece: string) => hashed.pieces.push(piece),
      };
    },
    'CAdESCOM.CadesSignedData': () => {
      let encoding = 0;
      let content = '';
      return {
        propset_ContentEncoding: async (value: number) => {
          encoding = value;
        },
        // The plug-in takes the content as it is told at that moment.
        propset_Content: async (value: string) => {
          content = encoding === 1 ? atob(value) : value;
          stub.calls.push(`Content encoding=${encoding}`);
        },
        SignCades: async (_signer: unknown, type: number, detached: boolean) => {
          fail('sign');
          stub.signed = { content, encoding, detached, type };
          return 'MIIC\r\nBBBB\r\n';
        },
        SignHash: async (_hash: unknown, _signer: unknown, type: number) => {
          fail('sign');
          stub.signed = { content: '', encoding, detached: true, type };
          return 'MIIC\r\nHASH\r\n';
        },
      };
    },
  };
  const ready = new Promise<void>((resolve, reject) => {
    if (options.failure?.at === 'ready') reject(options.failure.thrown);
    else resolve();
  });
  ready.catch(() => {});
  stub.plugin = Object.assign(ready, {
    CreateObjectAsync: async (name: string) => {
      const make = objects[name];
      if (!make) throw new Error(`${name} (0x80040154)`);
      return make();
    },
  });
  return stub;
}
