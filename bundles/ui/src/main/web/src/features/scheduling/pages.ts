import type { FeaturePage } from '@/shared/page';

export const pages: FeaturePage[] = [{ path: '/schedule', load: () => import('./SchedulePage') }];
