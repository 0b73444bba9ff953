import { lazy } from 'react';
import type { FrameMark } from '@/shared/page';

export const frameMarks: FrameMark[] = [{ id: 'signing', component: lazy(() => import('./preflight/SigningMark')) }];
