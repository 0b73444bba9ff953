import type { FeaturePage } from '@/shared/page';

export const pages: FeaturePage[] = [
  { path: '/new', load: () => import('./wizard/NewRequestPage') },
  { path: '/new/$draftId', load: () => import('./wizard/DraftPage') },
  { path: '/new/done/$requestId', load: () => import('./wizard/SubmittedPage') },
  { path: '/requests', load: () => import('./list/AllRequestsPage') },
  { path: '/incoming', load: () => import('./list/IncomingPage') },
  { path: '/outgoing', load: () => import('./list/OutgoingPage') },
  { path: '/requests/$requestId', load: () => import('./request/RequestPage') },
];
