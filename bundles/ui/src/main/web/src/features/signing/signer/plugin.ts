import { SignerError } from './Signer';
import { signerErrorOf } from './pluginErrors';

/** An object of the plug-in: properties are promises, methods give promises, `propset_…` sets. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type PluginObject = any;

/** What the vendor's script leaves in the page: it settles when the extension and the plug-in answer. */
export interface Plugin extends PromiseLike<unknown>, PluginObjects {}

export interface PluginObjects {
  CreateObjectAsync(name: string): Promise<PluginObject>;
}

declare global {
  interface Window {
    cadesplugin?: Plugin;
    /** Keeps the vendor's script from putting an advertisement of its extension over the page. */
    cadesplugin_skip_extension_install?: boolean;
  }
}

const READY_MS = 15_000;

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new SignerError('script-unavailable'));
    };
    document.head.append(script);
  });
}

function within<T>(ms: number, work: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SignerError('no-plugin')), ms);
    work.then(resolve, (thrown) => reject(thrown === undefined ? new SignerError('no-plugin') : thrown)).then(() => clearTimeout(timer));
  });
}

let loading: Promise<void> | null = null;

/**
 * The plug-in of this browser. Its script has no licence to be passed on, so it comes from the address that the operator names, and from
 * nowhere else: the Content-Security-Policy allows that one.
 */
export async function openPlugin(script: string | null): Promise<PluginObjects> {
  if (!window.cadesplugin) {
    if (script === null) throw new SignerError('not-configured');
    window.cadesplugin_skip_extension_install = true;
    loading ??= loadScript(script).finally(() => {
      loading = null;
    });
    await loading;
  }
  const plugin = window.cadesplugin;
  if (!plugin) throw new SignerError('script-unavailable');
  try {
    await within(READY_MS, plugin);
  } catch (thrown) {
    const error = signerErrorOf(thrown);
    throw error.code === 'unknown' ? new SignerError('no-plugin', error.detail) : error;
  }
  // The plug-in is a promise itself, an async function that gives it back would wait for it for ever: hand out what is needed.
  return { CreateObjectAsync: (name) => plugin.CreateObjectAsync(name) };
}
