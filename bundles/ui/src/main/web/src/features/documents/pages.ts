import type { FeaturePage } from '@/shared/page';

export const pages: FeaturePage[] = [{ path: '/documents', load: () => import('./DocumentsPage') }];
