import { isPdf, isPicture } from '@/features/documents/files';
import type { Attachment } from '@/features/chat/model/types';
import { fileSize } from '@/shared/format';
import { fileUrl } from './endpoints';
import { fill, useLanguage } from './language';

/** A file of a message: pictures are shown small and open whole, a PDF opens in a tab of its own, everything else is downloaded. */
export function AttachedFile({ file }: { file: Attachment }) {
  const { language, texts } = useLanguage();
  if (isPicture(file)) {
    return (
      <a className="picture" href={fileUrl(file.id, true)} target="_blank" rel="noreferrer" aria-label={fill(texts.chat.openFile, { name: file.name })}>
        <img src={fileUrl(file.id, true)} alt={file.name} loading="lazy" />
      </a>
    );
  }
  return (
    <a
      className="file"
      href={fileUrl(file.id, isPdf(file))}
      {...(isPdf(file) ? { target: '_blank', rel: 'noreferrer' } : { download: file.name })}
    >
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round">
        <path d="M14 3H6v18h12V7zM14 3v4h4" />
      </svg>
      <span className="file-name">{file.name}</span>
      <span className="file-size">{fileSize(file.size, language)}</span>
    </a>
  );
}
