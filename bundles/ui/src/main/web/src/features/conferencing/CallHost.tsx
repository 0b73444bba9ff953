import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import { LoadingRows } from '@/shared/components';
import { callWindow } from './callWindow';

const StaffCall = lazy(() => import('./staff/StaffCall'));

/** Stands in the frame, outside the pages: the call goes on whatever page is looked at. */
export function CallHost() {
  const open = useSyncExternalStore(callWindow.subscribe, callWindow.snapshot);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    callWindow.setFloating(true);
  }, [path]);
  return open && <Suspense fallback={<div className="call-loading"><LoadingRows rows={3} /></div>}><StaffCall open={open} /></Suspense>;
}
