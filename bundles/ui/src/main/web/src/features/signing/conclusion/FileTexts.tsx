import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchRequestFiles } from '@/features/documents/endpoints';
import { ErrorState, LoadingRows } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { InsertRow } from './InsertRow';
import type { InsertProps } from './InsertPanel';

/** The files of the request: their names with dates, for «представленные документы». */
export function FileTexts({ requestId, field, insert }: InsertProps) {
  const { t } = useTranslation('signing');
  const format = useFormat();
  const files = useQuery({ queryKey: ['documents', 'request', requestId], queryFn: ({ signal }) => fetchRequestFiles(requestId, signal) });
  if (files.isPending) return <LoadingRows rows={4} />;
  if (files.isError) return <ErrorState error={files.error} retry={() => void files.refetch()} />;
  if (files.data.length === 0) return <p className="none">{t('insert.noFiles')}</p>;
  return (
    <ul className="insert-list">
      {files.data.map((file) => (
        <InsertRow
          key={file.id}
          head={`${file.fromPatient ? t('insert.patient') : (file.ownerName ?? '')}, ${format.dayTime(file.uploadedAt)}`}
          text={file.name}
          enabled={field !== null}
          onInsert={() => insert(t('insert.fileText', { name: file.name, date: format.date(file.uploadedAt) }), { kind: 'FILE', id: file.id, title: file.name })}
        />
      ))}
    </ul>
  );
}
