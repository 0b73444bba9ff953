import type { FeaturePage } from '@/shared/page';

export const pages: FeaturePage[] = [{ path: '/users', load: () => import('./UsersPage') }];
