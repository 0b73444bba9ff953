import { afterEach, describe, expect, it } from 'vitest';
import { PluginSigner } from './PluginSigner';
import { type StubCertificate, type StubOptions, stubPlugin } from './pluginStub';
import { SignerError } from './Signer';

const DOCTOR: StubCertificate = {
  thumbprint: 'aa11',
  subject: 'CN="ГБУЗ ""Поликлиника № 1""", SN=Петрова, G=Мария Сергеевна, O="ГБУЗ ""Поликлиника № 1""", 1.2.643.100.3=12345678900',
  issuer: 'CN=Казначейство России, O=Казначейство России',
  from: '2026-01-01T00:00:00.000Z',
  to: '2999-01-01T00:00:00.000Z',
};
const MIB = 1024 * 1024;

function use(options: StubOptions = {}) {
  const stub = stubPlugin({ certificates: [DOCTOR], ...options });
  window.cadesplugin = stub.plugin;
  return stub;
}

const signer = new PluginSigner(null);
const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'none', (error: unknown) => (error instanceof SignerError ? error.code : error));

afterEach(() => {
  delete window.cadesplugin;
  document.head.querySelectorAll('script').forEach((script) => script.remove());
});

describe('the list of certificates', () => {
  it('has owner, issuer, dates and the certificate itself', async () => {
    const stub = use();
    expect(await signer.certificates()).toEqual([
      {
        thumbprint: 'AA11', ownerName: 'Петрова Мария Сергеевна', organisation: 'ГБУЗ "Поликлиника № 1"', issuer: 'Казначейство России',
        validFrom: '2026-01-01T00:00:00.000Z', validTo: '2999-01-01T00:00:00.000Z', algorithm: 'ГОСТ Р 34.10-2012 256 бит', der: 'MIIBAAAA', obstacle: null,
      },
    ]);
    expect(stub.calls).toEqual(['Open 2 My 2', 'Find 6 2']);
    expect(stub.openStores).toBe(0);
  });

  it('says why one cannot sign, puts it behind the others, and leaves out what has no key here', async () => {
    use({
      certificates: [
        { ...DOCTOR, thumbprint: 'old', to: '2020-01-01T00:00:00.000Z', from: '2019-01-01T00:00:00.000Z' },
        { ...DOCTOR, thumbprint: 'new', from: '2998-01-01T00:00:00.000Z' },
        { ...DOCTOR, thumbprint: 'none', hasKey: false },
        DOCTOR,
      ],
    });
    expect((await signer.certificates()).map((each) => [each.thumbprint, each.obstacle])).toEqual([
      ['AA11', null], ['NEW', 'certificate-not-yet-valid'], ['OLD', 'certificate-expired'],
    ]);
  });

  it('closes the store when something fails', async () => {
    const stub = use({ failure: { at: 'sign', thrown: new Error('(0x80070057)') } });
    const [certificate] = await signer.certificates();
    await codeOf(signer.sign(certificate!, new Uint8Array(1), MIB));
    expect(stub.openStores).toBe(0);
  });
});

describe('signing', () => {
  it('is detached CAdES-BES over the bytes, with a signing time: the encoding is told before the content', async () => {
    const stub = use();
    const [certificate] = await signer.certificates();
    const bytes = new Uint8Array([37, 80, 68, 70, 0, 255]);
    expect(await signer.sign(certificate!, bytes, MIB)).toBe('MIIC\r\nBBBB\r\n');
    expect(stub.signed).toEqual({ content: '%PDF\0\xff', encoding: 1, detached: true, type: 1 });
    expect(stub.calls).toContain('CheckCertificate true');
    expect(stub.calls).toContain('Value true');
    expect(stub.calls).toContain('Content encoding=1');
  });

  it.each([
    ['1.2.643.7.1.1.1.1', 101], ['1.2.643.7.1.1.1.2', 102], ['1.2.840.113549.1.1.1', 4],
  ])('a large document goes by its hash, which belongs to the key: %s, algorithm %i', async (key, algorithm) => {
    const stub = use({ certificates: [{ ...DOCTOR, key }] });
    const [certificate] = await signer.certificates();
    expect(await signer.sign(certificate!, new Uint8Array(11), 10)).toBe('MIIC\r\nHASH\r\n');
    expect(stub.hashed!.algorithm).toBe(algorithm);
    expect(stub.calls).toContain('DataEncoding 1');
  });

  it('the hash is fed with all of the document, in pieces', async () => {
    const stub = use();
    const [certificate] = await signer.certificates();
    const bytes = new Uint8Array(4 * MIB);
    bytes.set([1], 0);
    bytes.set([2], 3 * MIB);
    bytes.set([3], bytes.length - 1);
    await signer.sign(certificate!, bytes, 3 * MIB);
    expect(stub.hashed!.pieces.map((piece) => atob(piece).length)).toEqual([3 * MIB, MIB]);
    const [first, second] = stub.hashed!.pieces.map((piece) => atob(piece));
    expect([first!.charCodeAt(0), second!.charCodeAt(0), second!.charCodeAt(MIB - 1)]).toEqual([1, 2, 3]);
    expect(stub.hashed!.pieces[0]).not.toContain('=');
  }, 60_000);

  it('of a certificate whose token was taken away is refused as such', async () => {
    use();
    const [certificate] = await signer.certificates();
    use({ certificates: [] });
    expect(await codeOf(signer.sign(certificate!, new Uint8Array(1), MIB))).toBe('no-token');
  });
});

describe('what hides behind the errors of the plug-in', () => {
  it.each<[string, string]>([
    ['Ошибка исполнения функции. (0x8007065B)', 'licence-expired'],
    ['Не удается построить цепочку сертификатов для доверенного корневого центра. (0x800B010A)', 'chain-missing'],
    ['Параметр задан неверно. (0x80070057)', 'bad-argument'],
    ['Набор ключей не существует (0x80090016)', 'no-token'],
    ['Действие было отменено пользователем. (0x8010006E)', 'cancelled'],
    ['The card cannot be accessed because the wrong PIN was presented. (0x8010006B)', 'wrong-pin'],
    ['Вставлена не та смарт-карта (0x80100069)', 'no-token'],
    ['Действие отменено пользователем', 'cancelled'],
    ['Срок действия лицензии истек', 'licence-expired'],
    ['Что-то небывалое (0x80DEAD01)', 'unknown'],
    ['', 'unknown'],
  ])('«%s» is %s', async (message, code) => {
    use({ failure: { at: 'sign', thrown: new Error(message) } });
    const [certificate] = await signer.certificates();
    expect(await codeOf(signer.sign(certificate!, new Uint8Array(1), MIB))).toBe(code);
  });

  it('keeps the number for the administrator and nothing of the sentence', async () => {
    use({ failure: { at: 'store', thrown: { message: 'Контейнер PETROVA (0x80DEAD01)' } } });
    await expect(signer.certificates()).rejects.toMatchObject({ code: 'unknown', detail: '0x80DEAD01' });
  });
});

describe('whether this workplace can sign', () => {
  it('knows the versions and the licence', async () => {
    use({ csp: '5.0.13000', licence: '31.12.2998' });
    expect(await signer.state()).toEqual({ pluginVersion: '2.0.15400', cspVersion: '5.0.13000', licence: '31.12.2998' });
  });

  it.each<[string, StubOptions]>([
    ['no-csp', { csp: null }],
    ['old-csp', { csp: '3.9.8227' }],
    ['licence-expired', { licence: '31.12.2020' }],
    ['no-plugin', { failure: { at: 'ready', thrown: 'Плагин недоступен' } }],
    ['no-plugin', { failure: { at: 'ready', thrown: undefined } }],
  ])('%s', async (code, options) => {
    use(options);
    expect(await codeOf(signer.state())).toBe(code);
  });

  it('asks for the script only where the operator said, and only when it is not there', async () => {
    expect(await codeOf(signer.state())).toBe('not-configured');
    expect(document.head.querySelector('script')).toBeNull();
    const configured = new PluginSigner('https://plugin.example/cadesplugin_api.js');
    const failing = codeOf(configured.state());
    const script = document.head.querySelector('script')!;
    expect(script.src).toBe('https://plugin.example/cadesplugin_api.js');
    script.dispatchEvent(new Event('error'));
    expect(await failing).toBe('script-unavailable');
    const working = codeOf(configured.state());
    use();
    document.head.querySelector('script')!.dispatchEvent(new Event('load'));
    expect(await working).toBe('none');
  });
});
