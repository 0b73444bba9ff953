import type { FeaturePage } from '@/shared/page';

/** One route, so that the list keeps its place when a chat is chosen. */
export const pages: FeaturePage[] = [{ path: '/messages/{-$requestId}', load: () => import('./MessagesPage') }];
