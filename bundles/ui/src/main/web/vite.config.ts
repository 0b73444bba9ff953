import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { excalidraw } from './scripts/excalidraw';

const backend = process.env.CONSILIUM_URL ?? 'http://localhost:8181';

const pdfjs = fileURLToPath(new URL('./node_modules/pdfjs-dist/', import.meta.url));
const pdfjsVersion = (JSON.parse(readFileSync(`${pdfjs}package.json`, 'utf8')) as { version: string }).version;

/** pdf.js asks for its decoders and standard fonts by name when a document needs them; its version in the path lets them be cached for ever. */
const pdfParts = {
  name: 'pdf-parts',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string }) {
    for (const folder of ['wasm', 'standard_fonts']) {
      for (const name of readdirSync(pdfjs + folder)) {
        this.emitFile({ type: 'asset', fileName: `assets/pdfjs-${pdfjsVersion}/${name}`, source: readFileSync(`${pdfjs}${folder}/${name}`) });
      }
    }
  },
};

export default defineConfig({
  plugins: [react(), excalidraw(), pdfParts],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { 'import.meta.env.PDFJS_VERSION': JSON.stringify(pdfjsVersion) },
  build: {
    outDir: fileURLToPath(new URL('../../../target/classes/static', import.meta.url)),
    emptyOutDir: true,
    sourcemap: false,
    // A data: URI in a style sheet or script would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    rollupOptions: { input: { staff: 'index.html', patient: 'patient.html' } },
  },
  server: {
    proxy: {
      '/api': { target: backend },
      '/demo': { target: backend },
      '/live': { target: backend, ws: true },
    },
  },
  // @rjsf/mantine imports parts of dayjs by names that only a bundler resolves.
  // A fresh jsdom for each file takes minutes on a small machine; the files clean up behind themselves.
  test: { environment: 'jsdom', isolate: false, include: ['src/**/*.test.{ts,tsx}'], setupFiles: ['src/shared/testing/setup.ts'], server: { deps: { inline: ['@rjsf/mantine'] } } },
});
