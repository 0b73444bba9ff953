import {
  createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, type AnyRouter,
} from '@tanstack/react-router';
import { LoadingRows } from '@/shared/components';
import type { FeaturePage } from '@/shared/page';
import { NotFound, PageCrashed } from './Fallbacks';
import { Shell } from './Shell';

const features = import.meta.glob<FeaturePage[]>('../features/*/pages.ts', { eager: true, import: 'pages' });

/** Every feature's pages inside the frame. «Входящие» is the first screen. */
export function makeRouter(): AnyRouter {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/incoming', replace: true });
    },
  });
  const pages = Object.values(features)
    .flat()
    .map((page) =>
      createRoute({ getParentRoute: () => root, path: page.path, component: lazyRouteComponent(page.load) }),
    );
  return createRouter({
    routeTree: root.addChildren([home, ...pages]),
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultPendingComponent: () => <LoadingRows />,
    defaultErrorComponent: PageCrashed,
    scrollRestoration: false,
  });
}
