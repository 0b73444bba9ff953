import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingRows, SearchBox } from '@/shared/components';
import { useDebounced } from '@/shared/hooks/useDebounced';
import { ChatListRow } from './ChatListRow';
import { fetchChats } from './endpoints';
import { useInView } from './useInView';

/** The chats in which the reader takes part, newest activity first. */
export function ChatList({ current }: { current: string | undefined }) {
  const { t } = useTranslation('chat');
  const [search, setSearch] = useState('');
  const q = useDebounced(search.trim());
  const chats = useInfiniteQuery({
    queryKey: ['chat', 'list', q],
    queryFn: ({ pageParam, signal }) => fetchChats(q, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const end = useInView(chats.hasNextPage && !chats.isFetchingNextPage, () => void chats.fetchNextPage());
  const rows = chats.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <section className="chat-list-pane" aria-label={t('list')}>
      <div className="chat-search">
        <SearchBox value={search} onChange={setSearch} label={t('search')} width={1000} />
      </div>
      <div className="chat-list-scroll" aria-busy={chats.isPlaceholderData}>
        {chats.isPending && <LoadingRows rows={8} height={44} />}
        {chats.isError && <ErrorState error={chats.error} retry={() => void chats.refetch()} />}
        {chats.isSuccess && rows.length === 0 && (
          q === ''
            ? <EmptyState title={t('noChats')}>{t('noChatsText')}</EmptyState>
            : <EmptyState title={t('nothingFound')}>{t('nothingFoundText')}</EmptyState>
        )}
        {rows.length > 0 && (
          <ul className="chat-rows" onKeyDown={walk}>
            {rows.map((row) => <ChatListRow key={row.requestId} row={row} current={row.requestId === current} />)}
          </ul>
        )}
        {chats.hasNextPage && (
          <div ref={end} className="chat-more">
            <Button size="xs" variant="subtle" loading={chats.isFetchingNextPage} onClick={() => void chats.fetchNextPage()}>{t('more')}</Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** Arrow keys walk from chat to chat. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
