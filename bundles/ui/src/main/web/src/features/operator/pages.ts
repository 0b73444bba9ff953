import type { FeaturePage } from '@/shared/page';

export const pages: FeaturePage[] = [
  { path: '/operator/routes', load: () => import('./RoutesPage') },
  { path: '/operator/trace', load: () => import('./TracePage') },
  { path: '/operator/trace/$request', load: () => import('./TracePage') },
  { path: '/operator/tokens', load: () => import('./TokensPage') },
];
