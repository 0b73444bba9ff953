import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { excalidraw } from './scripts/excalidraw';

const backend = process.env.CONSILIUM_URL ?? 'http://localhost:8181';

export default defineConfig({
  plugins: [react(), excalidraw()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
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
