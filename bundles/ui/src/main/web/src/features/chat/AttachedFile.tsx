import { IconDownload, IconFile, IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contentUrl } from '@/features/documents/endpoints';
import { FileLink } from '@/features/documents/FileLink';
import { fileSize } from '@/shared/format';
import { useFormat } from '@/shared/session';
import { isPdf, isPicture } from '@/features/documents/files';
import type { Attachment } from './model/types';

/** A file of a message: a picture as a thumbnail, anything else by its name; what can be shown opens in the page. */
export function AttachedFile({ file, onOpen }: { file: Attachment; onOpen: (file: Attachment) => void }) {
  const { t } = useTranslation('documents');
  const { language } = useFormat();
  if (isPicture(file)) {
    return (
      <button type="button" className="bubble-picture" aria-label={t('view', { name: file.name })} onClick={() => onOpen(file)}>
        <img src={contentUrl(file.id, true)} alt="" loading="lazy" />
      </button>
    );
  }
  const Icon = isPdf(file) ? IconFileTypePdf : IconFile;
  return (
    <span className="bubble-file">
      <Icon size={20} stroke={1.5} aria-hidden />
      <FileLink file={file} className="bubble-file-name" onView={onOpen} />
      <span className="bubble-file-size">{fileSize(file.size, language)}</span>
      <a className="bubble-download" href={contentUrl(file.id)} download={file.name} aria-label={t('downloadOf', { name: file.name })} title={t('download')}>
        <IconDownload size={16} aria-hidden />
      </a>
    </span>
  );
}
