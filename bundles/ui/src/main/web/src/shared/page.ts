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

/**
 * A mark that a feature shows in the frame, below the tabs. Each feature may have a `frameMarks.ts` with `export const frameMarks: FrameMark[]`;
 * the component is lazy, so that nothing of it delays the first screen.
 */
export interface FrameMark {
  id: string;
  component: ComponentType;
}
