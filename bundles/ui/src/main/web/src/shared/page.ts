import type { ComponentType } from 'react';

/**
 * A page that a feature brings. Each feature has a `pages.ts` with `export const pages: FeaturePage[]`; the router collects them, so a
 * feature is added or left out as a folder.
 */
export interface FeaturePage {
  /** `/messages/$requestId`; parameters are read by {@link import('@tanstack/react-router').useParams} with `strict: false`. */
  path: string;
  load: () => Promise<{ default: ComponentType }>;
}
