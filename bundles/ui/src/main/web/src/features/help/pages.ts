import type { FeaturePage } from '@/shared/page';

export const pages: FeaturePage[] = [{ path: '/help', load: () => import('./HelpPage') }];
