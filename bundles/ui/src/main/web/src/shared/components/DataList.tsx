import { Loader } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Column<T> {
  id: string;
  title: string;
  /** A track of the CSS grid: `120px`, `minmax(0, 2fr)`. */
  width: string;
  render: (row: T) => ReactNode;
  /** The full text where it may be cut off. */
  hint?: (row: T) => string;
  /** Where it stands on a phone: in the first line, at its right, in a line below; left out when not given. */
  phone?: 'title' | 'meta' | 'line';
}

interface Props<T> {
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  id: (row: T) => string;
  /** What opens on a click: the address, and what is read out for it. Without it rows are not links. */
  link?: (row: T) => { to: string; label: string };
  rowClass?: (row: T) => string | undefined;
  /** More can be asked for. */
  hasMore?: boolean;
  loadingMore?: boolean;
  onMore?: () => void;
  /** Names this list with its filters: coming back to it finds the same place. */
  restore?: string;
}

const ROW_HEIGHT = 36;
const PLACES_KEPT = 20;
const places = new Map<string, number>();

function keepPlace(name: string, offset: number): void {
  places.delete(name);
  places.set(name, offset);
  if (places.size > PLACES_KEPT) places.delete(places.keys().next().value!);
}

/** A dense list that renders only the rows in view; arrow keys walk, Enter opens. */
export function DataList<T>({ label, rows, columns, id, link, rowClass, hasMore = false, loadingMore = false, onMore, restore }: Props<T>) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const focusWanted = useRef<number | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => id(rows[index]!),
    overscan: 10,
    ...(restore === undefined ? {} : { initialOffset: () => places.get(restore) ?? 0 }),
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && !loadingMore && lastShown >= rows.length - 15) onMore?.();
  }, [hasMore, loadingMore, lastShown, rows.length, onMore]);

  useEffect(() => {
    const element = scroller.current;
    if (restore === undefined || !element) return;
    element.scrollTop = places.get(restore) ?? 0;
    const moved = () => keepPlace(restore, element.scrollTop);
    element.addEventListener('scroll', moved, { passive: true });
    return () => element.removeEventListener('scroll', moved);
  }, [restore]);

  useEffect(() => {
    if (focusWanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${focusWanted.current}"] a`);
    if (row) {
      focusWanted.current = null;
      row.focus({ preventScroll: true });
    }
  });

  const move = (to: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    setActive(index);
    focusWanted.current = index;
    virtual.scrollToIndex(index, { align: 'auto' });
  };

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || rows.length === 0) return;
    const steps: Record<string, number> = {
      ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 10, PageUp: active - 10, Home: 0, End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };

  const template = columns.map((column) => column.width).join(' ');
  // The link covers its whole row; it stands in a cell that a phone shows as well.
  const linked = (columns.find((column) => column.phone === 'title') ?? columns[0])?.id;
  const current = Math.min(active, Math.max(rows.length - 1, 0));
  return (
    <div
      className="list"
      ref={scroller}
      role="table"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      tabIndex={link ? -1 : 0}
      onKeyDown={link ? walk : undefined}
    >
      <div role="rowgroup" className="list-head">
        <div role="row" className="list-row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => <span role="columnheader" key={column.id}>{column.title}</span>)}
        </div>
      </div>
      <div role="rowgroup" className="list-body" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]!;
          const target = link?.(row);
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              data-row={item.index}
              role="row"
              aria-rowindex={item.index + 2}
              className={`list-row ${rowClass?.(row) ?? ''}`}
              style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)` }}
            >
              {columns.map((column) => (
                <span role="cell" key={column.id} data-phone={column.phone ?? 'none'} title={column.hint?.(row)}>
                  {column.id === linked && target && (
                    <Link
                      to={target.to}
                      className="list-link"
                      aria-label={target.label}
                      tabIndex={item.index === current ? 0 : -1}
                      onFocus={() => setActive(item.index)}
                    />
                  )}
                  {column.render(row)}
                </span>
              ))}
            </div>
          );
        })}
      </div>
      {loadingMore && <div className="list-more"><Loader size="sm" aria-label={t('loading')} /></div>}
    </div>
  );
}
