import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backend = process.env.CONSILIUM_URL ?? 'http://localhost:8181';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: fileURLToPath(new URL('../../../target/classes/static', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
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
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], setupFiles: ['src/shared/testing/setup.ts'] },
});
