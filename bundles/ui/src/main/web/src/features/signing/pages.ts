import type { FeaturePage } from '@/shared/page';

export const pages: FeaturePage[] = [
  { path: '/requests/$requestId/conclusion', load: () => import('./conclusion/ConclusionPage') },
  { path: '/requests/$requestId/signature/$documentId', load: () => import('./sign/SigningPage') },
  { path: '/requests/$requestId/scan', load: () => import('./scan/ScanPage') },
  { path: '/signing/awaiting', load: () => import('./awaiting/AwaitingPage') },
  { path: '/signing/workplace', load: () => import('./preflight/WorkplacePage') },
];
