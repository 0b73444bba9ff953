// The object model of КриптоПро ЭЦП Browser plug-in as far as the pages use it. Certificates and signatures come from the test's own process
// (pluginStubCertificates, pluginStubSign): the server gets real GOST signatures and does not know that there is no plug-in.
(() => {
  const promise = (value) => Promise.resolve(value);
  const version = (text) => {
    const [major, minor, build] = text.split('.').map(Number);
    return { MajorVersion: promise(major), MinorVersion: promise(minor), BuildVersion: promise(build) };
  };
  const fail = async (at) => {
    const failure = await window.pluginStubFailure(at);
    if (failure) throw new Error(failure);
  };
  const certificateOf = (each) => ({
    Thumbprint: promise(each.thumbprint),
    SubjectName: promise(each.subject),
    IssuerName: promise(each.issuer),
    ValidFromDate: promise(each.validFrom),
    ValidToDate: promise(each.validTo),
    PublicKey: async () => ({ Algorithm: promise({ FriendlyName: promise('ГОСТ Р 34.10-2012 256 бит'), Value: promise('1.2.643.7.1.1.1.1') }) }),
    Export: async () => each.der,
  });
  const collection = (items) => ({
    Count: promise(items.length),
    Item: async (index) => items[index - 1],
    Find: async () => collection(items),
  });
  const utf16 = (text) => {
    let bytes = '';
    for (let i = 0; i < text.length; i++) bytes += String.fromCharCode(text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8);
    return btoa(bytes);
  };
  const objects = {
    'CAdESCOM.About': () => ({ PluginVersion: promise(version('2.0.15400')), CSPVersion: async () => version('5.0.12900') }),
    'CAdESCOM.CPLicense': () => ({ ValidTo: async () => 'Постоянная' }),
    'CAdESCOM.Store': () => {
      let certificates;
      return {
        Open: async () => {
          await fail('store');
          certificates = collection(JSON.parse(await window.pluginStubCertificates()).map(certificateOf));
        },
        get Certificates() {
          return promise(certificates);
        },
        Close: async () => {},
      };
    },
    'CAdESCOM.CPSigner': () => {
      const signer = { thumbprint: null };
      return Object.assign(signer, {
        propset_Certificate: async (certificate) => {
          signer.thumbprint = await certificate.Thumbprint;
        },
        propset_CheckCertificate: async () => {},
        propset_Options: async () => {},
        AuthenticatedAttributes2: promise({ Add: async () => {} }),
      });
    },
    'CAdESCOM.CPAttribute': () => ({ propset_Name: async () => {}, propset_Value: async () => {} }),
    'CAdESCOM.HashedData': () => {
      const hashed = { pieces: '' };
      return Object.assign(hashed, {
        propset_Algorithm: async () => {},
        propset_DataEncoding: async () => {},
        Hash: async (piece) => {
          hashed.pieces += atob(piece);
        },
      });
    },
    'CAdESCOM.CadesSignedData': () => {
      let base64 = false;
      let content = '';
      const sign = async (signer, bytes) => {
        await fail('sign');
        const cms = await window.pluginStubSign(signer.thumbprint, bytes);
        return cms.replace(/(.{64})/g, '$1\r\n') + '\r\n';
      };
      return {
        propset_ContentEncoding: async (encoding) => {
          base64 = encoding === 1;
        },
        // As the plug-in does: told too late, it signs the UTF-16 letters of the base64.
        propset_Content: async (text) => {
          content = base64 ? text : utf16(text);
        },
        SignCades: async (signer, type, detached) => {
          if (type !== 1 || !detached) throw new Error('Параметр задан неверно. (0x80070057)');
          return sign(signer, content);
        },
        SignHash: async (hashed, signer) => sign(signer, btoa(hashed.pieces)),
      };
    },
  };
  window.cadesplugin = Object.assign(Promise.resolve(), {
    CreateObjectAsync: async (name) => {
      if (!objects[name]) throw new Error(`${name} (0x80040154)`);
      return objects[name]();
    },
  });
})();
