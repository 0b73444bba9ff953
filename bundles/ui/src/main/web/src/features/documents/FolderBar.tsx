import { IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Folder } from './endpoints';

interface Props {
  folders: readonly Folder[];
  /** null: all files. */
  current: string | null;
  onChoose: (folder: string | null) => void;
}

export function FolderBar({ folders, current, onChoose }: Props) {
  const { t } = useTranslation('documents');
  const named = folders.filter((folder) => folder.name !== '');
  // The folder that was emptied just now stays, so that one can still leave it.
  if (current !== null && !named.some((folder) => folder.name === current)) named.push({ name: current, files: 0 });
  if (named.length === 0) return null;
  return (
    <div className="folders" role="group" aria-label={t('folders')}>
      <button type="button" className="folder" aria-pressed={current === null} onClick={() => onChoose(null)}>{t('allFiles')}</button>
      {named.map((folder) => (
        <button key={folder.name} type="button" className="folder" aria-pressed={current === folder.name} onClick={() => onChoose(folder.name)}>
          <IconFolder size={16} stroke={1.6} aria-hidden />
          <span className="folder-name">{folder.name}</span>
          <span className="folder-count">{folder.files}</span>
        </button>
      ))}
    </div>
  );
}
