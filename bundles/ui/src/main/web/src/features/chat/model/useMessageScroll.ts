import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_END_PX = 48;
const NEAR_START_PX = 240;

export interface MessageScroll {
  /** For the element that scrolls; its CSS needs `overflow-anchor: none`, the place is kept here. */
  scroller: React.RefObject<HTMLDivElement | null>;
  /** For the only child of it. */
  content: React.RefObject<HTMLDivElement | null>;
  /** Whether the newest message is in view. */
  atEnd: boolean;
  toEnd: () => void;
}

/**
 * Keeps the newest message in view while the reader is there, and the reader's place while earlier messages are put before it.
 *
 * @param first number of the first message that is here
 * @param own grows when the reader writes something, which brings the end into view
 */
export function useMessageScroll(first: number | undefined, own: number, onStart: () => void): MessageScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const sticky = useRef(true);
  const before = useRef({ first, own, height: 0 });
  const startReached = useRef(onStart);
  useEffect(() => {
    startReached.current = onStart;
  });

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    sticky.current = true;
    setAtEnd(true);
    element.scrollTop = element.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const was = before.current;
    if (was.first !== undefined && first !== undefined && first < was.first) {
      element.scrollTop += element.scrollHeight - was.height;
    } else if (own > was.own || was.first === undefined) {
      toEnd();
    } else if (sticky.current) {
      element.scrollTop = element.scrollHeight;
    }
    before.current = { first, own, height: element.scrollHeight };
  });

  useEffect(() => {
    const element = scroller.current;
    const inner = content.current;
    if (!element || !inner) return;
    const look = () => {
      const end = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
      sticky.current = end;
      setAtEnd(end);
      if (element.scrollTop < NEAR_START_PX && element.scrollHeight > element.clientHeight) startReached.current();
    };
    // Pictures that arrive late and the keyboard of a phone change the heights without a scroll.
    const sizes = new ResizeObserver(() => {
      if (sticky.current) element.scrollTop = element.scrollHeight;
      before.current.height = element.scrollHeight;
    });
    element.addEventListener('scroll', look, { passive: true });
    sizes.observe(element);
    sizes.observe(inner);
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, []);

  return { scroller, content, atEnd, toEnd };
}
