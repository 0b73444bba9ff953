import { IconFile, IconFolder, IconPhoto, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ACCEPTED, isPicture, nameOfFile } from '@/features/documents/files';
import { failureOf, type Failure } from '@/shared/failure';
import { fileSize } from '@/shared/format';
import type { CallFiles } from '../model/CallFiles';
import { useStore } from './hooks';
import { useCallTexts } from './texts';

interface Props {
  files: CallFiles;
  /** Null for who may not draw. */
  onBoard: ((file: { id: string; type: string; name: string }) => void) | null;
  mayUpload: boolean;
}

/** «Файлы»: at the top the catalogue of folders, below it the list; the same store as the chat of the request (S137, S139-S141). */
export function FilesBlock({ files, onBoard, mayUpload }: Props) {
  const { t, say, language } = useCallTexts();
  const { items, loaded, failure } = useStore(files);
  const [folder, setFolder] = useState<string | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const folders = [...new Set(items.map((file) => file.folder ?? ''))].sort((a, b) => a.localeCompare(b, language));
  const shown = folder === null ? items : items.filter((file) => (file.folder ?? '') === folder);

  const upload = async (chosen: readonly File[]) => {
    setProblem(null);
    for (const file of chosen) {
      setProgress(0);
      try {
        await files.upload(file, nameOfFile(file), folder ?? '', (part) => setProgress(Math.round(part * 100)));
      } catch (error) {
        setProblem(failureOf(error));
      }
    }
    setProgress(null);
  };
  return (
    <section className="block block-files" aria-label={t('block.files')}>
      <nav className="call-folders" aria-label={t('files.folders')}>
        <button type="button" className="call-folder" aria-pressed={folder === null} onClick={() => setFolder(null)}><IconFolder size={16} aria-hidden /> {t('files.all')} <span>{items.length}</span></button>
        {folders.map((name) => (
          <button key={name} type="button" className="call-folder" aria-pressed={folder === name} onClick={() => setFolder(name)}>
            <IconFolder size={16} aria-hidden /> {name === '' ? t('files.rootFolder') : name} <span>{items.filter((file) => (file.folder ?? '') === name).length}</span>
          </button>
        ))}
      </nav>
      {failure && <p className="call-note call-note-warning" role="alert">{t('files.failed')} <button type="button" className="call-button call-small" onClick={() => void files.refresh()}>{t('retry')}</button></p>}
      {loaded && shown.length === 0 && <p className="block-empty">{t('files.empty')}</p>}
      <ul className="room-files" aria-label={t('files.list')}>
        {shown.map((file) => (
          <li key={file.id} className="room-file">
            {isPicture(file) ? <IconPhoto size={18} aria-hidden /> : <IconFile size={18} aria-hidden />}
            <a href={files.url(file.id, isPicture(file) || file.type === 'application/pdf')} target="_blank" rel="noreferrer" aria-label={t('files.open', { name: file.name })}>{file.name}</a>
            <span className="room-file-size">{fileSize(file.size, language)}</span>
            {onBoard && isPicture(file) && (
              <button type="button" className="call-button call-small" aria-label={t('files.toBoardOf', { name: file.name })} onClick={() => onBoard(file)}>{t('files.toBoard')}</button>
            )}
          </li>
        ))}
      </ul>
      {problem && <p className="call-note call-note-warning" role="alert">{say(problem)}</p>}
      {mayUpload && (
        <div className="room-upload">
          <button type="button" className="call-button" disabled={progress !== null} onClick={() => input.current?.click()}>
            <IconUpload size={16} aria-hidden /> {progress === null ? t('files.upload') : t('files.uploading', { percent: progress })}
          </button>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept={ACCEPTED}
            aria-label={t('files.upload')}
            onChange={(event) => {
              void upload(Array.from(event.currentTarget.files ?? []));
              event.currentTarget.value = '';
            }}
          />
        </div>
      )}
    </section>
  );
}
