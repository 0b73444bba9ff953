import '@mantine/core/styles.css';
import '@fontsource-variable/inter/wght.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from '@/shared/api/client';
import { startI18n } from '@/shared/i18n';
import { theme } from '@/shared/theme';
import { InsecureAddress } from './InsecureAddress';
import { reloadOnMissingChunk } from './missingChunk';
import { makeRouter } from './router';
import { SessionGate } from './SessionGate';
import { english, russian } from './texts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

// Mantine's dialogs lock scrolling with a library that asks for the nonce under this name.
(window as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;

async function start(): Promise<void> {
  reloadOnMissingChunk();
  await startI18n(russian, english);
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // The client itself waits for a domain that is being updated; only a broken connection is worth another try here.
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  const router = makeRouter();
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <MantineProvider theme={theme} getStyleNonce={() => nonce} forceColorScheme="light">
        <QueryClientProvider client={queries}>
          {window.isSecureContext ? (
            <SessionGate>
              <RouterProvider router={router} />
            </SessionGate>
          ) : (
            <InsecureAddress />
          )}
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

if (!document.documentElement.hasAttribute('data-unsupported')) void start();
