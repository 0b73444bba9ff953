import './documents.css';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconFiles } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList, EmptyState, ErrorState, LoadingRows, PageHeader, SearchBox } from '@/shared/components';
import { useDebounced } from '@/shared/hooks/useDebounced';
import { ChangeModal } from './ChangeModal';
import { DeleteModal } from './DeleteModal';
import { fetchFiles, fetchFolders, type OwnFile } from './endpoints';
import { FileViewer, useFileViewer } from './FileViewer';
import { FolderBar } from './FolderBar';
import { UploadButton } from './UploadButton';
import { UploadList } from './UploadList';
import { useFileColumns } from './useFileColumns';
import { useFileDrop } from './useFileDrop';
import { useUploads } from './useUploads';

const AwaitingSection = lazy(() => import('@/features/signing/awaiting/AwaitingSection'));

/** «Документы»: what waits for the reader's signature, and the files that the reader uploaded. */
export default function DocumentsPage() {
  const { t } = useTranslation('documents');
  const [search, setSearch] = useState('');
  const [folder, setFolder] = useState<string | null>(null);
  const [changing, setChanging] = useState<OwnFile | null>(null);
  const [deleting, setDeleting] = useState<OwnFile | null>(null);
  const viewer = useFileViewer();
  const q = useDebounced(search.trim());

  const folders = useQuery({ queryKey: ['documents', 'folders'], queryFn: ({ signal }) => fetchFolders(signal) });
  const files = useInfiniteQuery({
    queryKey: ['documents', 'own', q, folder],
    queryFn: ({ pageParam, signal }) => fetchFiles(q, folder, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const names = useMemo(() => (folders.data ?? []).map((each) => each.name).filter((name) => name !== ''), [folders.data]);
  const rows = useMemo(() => files.data?.pages.flatMap((page) => page.items) ?? [], [files.data]);
  const columns = useFileColumns({ onView: viewer.open, onChange: setChanging, onDelete: setDeleting });
  const { queue, uploads, add } = useUploads({ folder: folder ?? '' });
  const { dragging, handlers } = useFileDrop(true, add);

  return (
    <div className="page page-fill documents" {...handlers}>
      <PageHeader title={t('title')}>
        <SearchBox value={search} onChange={setSearch} label={t('search')} />
        <UploadButton label={t('upload')} hint={t('kinds')} onFiles={add} />
      </PageHeader>
      <Suspense fallback={null}><AwaitingSection /></Suspense>
      <FolderBar folders={folders.data ?? []} current={folder} onChoose={setFolder} />
      <UploadList queue={queue} uploads={uploads} />
      <div className="grow">
        {files.isPending && <LoadingRows />}
        {files.isError && rows.length === 0 && <ErrorState error={files.error} retry={() => void files.refetch()} />}
        {files.isSuccess && rows.length === 0 && (
          q === '' && folder === null ? (
            <EmptyState icon={<IconFiles size={36} stroke={1.4} />} title={t('none')}>{t('noneText')}</EmptyState>
          ) : (
            <EmptyState title={t(q === '' ? 'emptyFolder' : 'nothingFound')}>{q !== '' && t('nothingFoundText')}</EmptyState>
          )
        )}
        {rows.length > 0 && (
          <DataList
            label={t('list')}
            rows={rows}
            columns={columns}
            id={(file) => file.id}
            hasMore={files.hasNextPage}
            loadingMore={files.isFetchingNextPage}
            onMore={() => void files.fetchNextPage()}
          />
        )}
      </div>
      {dragging && <div className="documents-drop" aria-hidden>{folder ? t('dropTo', { folder }) : t('drop')}</div>}
      <FileViewer file={viewer.file} onClose={viewer.close} />
      <ChangeModal file={changing} folders={names} onClose={() => setChanging(null)} />
      <DeleteModal file={deleting} onClose={() => setDeleting(null)} />
    </div>
  );
}
