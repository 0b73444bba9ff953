import { useCallback, useEffect, useRef } from 'react';

/** Calls while the element is (nearly) in view and more is wanted. */
export function useInView(wanted: boolean, onView: () => void): (element: HTMLElement | null) => void {
  const latest = useRef(onView);
  const seen = useRef(false);
  useEffect(() => {
    latest.current = onView;
    // Still in view after a page that did not fill the height.
    if (wanted && seen.current) onView();
  }, [wanted, onView]);
  const wantedNow = useRef(wanted);
  useEffect(() => {
    wantedNow.current = wanted;
  }, [wanted]);
  return useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        seen.current = entry?.isIntersecting ?? false;
        if (seen.current && wantedNow.current) latest.current();
      },
      { rootMargin: '300px' },
    );
    observer.observe(element);
    return () => {
      seen.current = false;
      observer.disconnect();
    };
  }, []);
}
