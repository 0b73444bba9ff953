import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconDots, IconDownload, IconEye, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/components';
import { DateTime } from '@/shared/components';
import { fileSize } from '@/shared/format';
import { useFormat } from '@/shared/session';
import { contentUrl, type OwnFile } from './endpoints';
import { FileIcon } from './FileIcon';
import { FileLink } from './FileLink';
import { isViewable, kindOf } from './files';

interface Acts {
  onView: (file: OwnFile) => void;
  onChange: (file: OwnFile) => void;
  onDelete: (file: OwnFile) => void;
}

export function useFileColumns({ onView, onChange, onDelete }: Acts): Column<OwnFile>[] {
  const { t } = useTranslation('documents');
  const { language } = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('name'),
        width: 'minmax(200px, 3fr)',
        phone: 'title',
        hint: (file) => file.name,
        render: (file) => (
          <span className="file-name">
            <FileIcon type={file.type} />
            <FileLink file={file} onView={onView} />
          </span>
        ),
      },
      { id: 'type', title: t('type'), width: '112px', render: (file) => t(`kind.${kindOf(file.type)}`) },
      { id: 'size', title: t('size'), width: '84px', render: (file) => fileSize(file.size, language) },
      {
        id: 'request',
        title: t('request'),
        width: 'minmax(140px, 2fr)',
        phone: 'line',
        hint: (file) => file.requestName ?? '',
        render: (file) =>
          file.requestId !== null && file.requestName
            ? <Link to={`/requests/${file.requestId}`} aria-label={t('openRequest', { name: file.requestName })}>{file.requestName}</Link>
            : <Text span size="sm" c="gray.7">{t('noRequest')}</Text>,
      },
      { id: 'folder', title: t('folder'), width: 'minmax(80px, 1fr)', hint: (file) => file.folder, render: (file) => file.folder },
      { id: 'date', title: t('date'), width: '136px', phone: 'line', render: (file) => <DateTime instant={file.uploadedAt} /> },
      {
        id: 'actions',
        title: t('actions'),
        width: '36px',
        phone: 'meta',
        render: (file) => (
          <Menu position="bottom-end" width={260} withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray.7" aria-label={t('menuOf', { name: file.name })}><IconDots size={18} aria-hidden /></ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {isViewable(file) && <Menu.Item leftSection={<IconEye size={16} aria-hidden />} onClick={() => onView(file)}>{t('viewHere')}</Menu.Item>}
              <Menu.Item component="a" href={contentUrl(file.id)} download={file.name} leftSection={<IconDownload size={16} aria-hidden />}>{t('download')}</Menu.Item>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onChange(file)}>{t('rename')}</Menu.Item>
              {file.deletable
                ? <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => onDelete(file)}>{t('delete')}</Menu.Item>
                : <Menu.Label className="menu-note">{t('notDeletable')}</Menu.Label>}
            </Menu.Dropdown>
          </Menu>
        ),
      },
    ],
    [t, language, onView, onChange, onDelete],
  );
}
