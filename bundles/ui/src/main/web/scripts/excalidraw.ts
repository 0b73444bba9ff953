import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FONTS = fileURLToPath(new URL('../node_modules/@excalidraw/excalidraw/dist/prod/fonts', import.meta.url));
/** Chinese handwriting, 13 MB in 200 files: the board is not drawn in it. */
const LEFT_OUT = new Set(['Xiaolai']);
/** Where the page asks for them: `window.EXCALIDRAW_ASSET_PATH` of the board. */
const PLACE = 'excalidraw/fonts';

const FALLBACK_LIST = /return (\w+)\.push\(new URL\(\w+,\w+\.ASSETS_FALLBACK_URL\)\),\1\}/;
const FALLBACK_HOST = /`https:\/\/esm\.sh\/[^;]*?\/dist\/prod\/`/;

/**
 * Excalidraw names a foreign host as a second address of every font, whatever path it is given. This takes the host out, fails the build
 * when a new version writes it in another way, and serves the fonts ourselves.
 */
export function excalidraw(): Plugin {
  let seen = false;
  let taken = false;
  return {
    name: 'consilium-excalidraw',
    transform(code, id) {
      if (!id.includes('/@excalidraw/excalidraw/')) return null;
      seen = true;
      if (!FALLBACK_HOST.test(code)) return null;
      if (!FALLBACK_LIST.test(code)) throw new Error('Excalidraw lists its foreign font host in another way now: scripts/excalidraw.ts');
      taken = true;
      return { code: code.replace(FALLBACK_LIST, 'return $1}').replace(FALLBACK_HOST, '""'), map: null };
    },
    buildEnd(error) {
      if (!error && seen && !taken) throw new Error('Excalidraw names its foreign font host in another way now: scripts/excalidraw.ts');
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && /esm\.sh/.test(file.code)) throw new Error(`${file.fileName} names a foreign host`);
      }
      if (!seen) return;
      for (const family of readdirSync(FONTS).filter((name) => !LEFT_OUT.has(name))) {
        for (const name of readdirSync(join(FONTS, family))) {
          this.emitFile({ type: 'asset', fileName: `${PLACE}/${family}/${name}`, source: readFileSync(join(FONTS, family, name)) });
        }
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${PLACE}`, (request, response, next) => {
        const file = join(FONTS, new URL(request.url ?? '/', 'http://localhost').pathname);
        if (!file.startsWith(FONTS) || !existsSync(file)) return next();
        response.setHeader('Content-Type', 'font/woff2');
        createReadStream(file).pipe(response);
      });
    },
  };
}
