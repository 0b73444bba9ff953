import { Button, Checkbox, Modal } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchFiles } from '@/features/documents/endpoints';
import { DateTime, ErrorState, LoadingRows, SearchBox } from '@/shared/components';
import { fileSize } from '@/shared/format';
import { useDebounced } from '@/shared/hooks/useDebounced';
import { useFormat } from '@/shared/session';

interface Props {
  /** Those which are there already. */
  taken: readonly string[];
  /** How many more can be added. */
  room: number;
  onChoose: (ids: string[]) => void;
  onClose: () => void;
}

/** Files of one's own, to be added to a draft. */
export function ChooseFilesModal({ taken, room, onChoose, onClose }: Props) {
  const { t } = useTranslation('requests');
  const { language } = useFormat();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const q = useDebounced(search.trim());
  const files = useInfiniteQuery({
    queryKey: ['documents', 'own', q, null],
    queryFn: ({ pageParam, signal }) => fetchFiles(q, null, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = files.data?.pages.flatMap((page) => page.items).filter((file) => !taken.includes(file.id)) ?? [];
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <Modal opened onClose={onClose} title={t('wizard.documents.choose')} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <SearchBox value={search} onChange={setSearch} label={t('documents:search')} />
      {files.isPending && <LoadingRows rows={4} />}
      {files.isError && rows.length === 0 && <ErrorState error={files.error} retry={() => void files.refetch()} />}
      {files.isSuccess && rows.length === 0 && <p className="muted">{t(q === '' ? 'wizard.documents.none' : 'documents:nothingFound')}</p>}
      <ul className="choose-files">
        {rows.map((file) => (
          <li key={file.id}>
            <Checkbox
              label={file.name}
              description={<>{fileSize(file.size, language)} · <DateTime instant={file.uploadedAt} /></>}
              checked={chosen.includes(file.id)}
              disabled={!chosen.includes(file.id) && chosen.length >= room}
              onChange={() => toggle(file.id)}
            />
          </li>
        ))}
      </ul>
      {files.hasNextPage && <Button variant="subtle" size="compact-sm" loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>{t('documents:more')}</Button>}
      <div className="choose-files-foot">
        <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button
          disabled={chosen.length === 0}
          onClick={() => {
            onChoose(chosen);
            onClose();
          }}
        >
          {t('wizard.documents.add')}
        </Button>
      </div>
    </Modal>
  );
}
