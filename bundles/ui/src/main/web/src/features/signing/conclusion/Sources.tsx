import { CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { contentUrl as fileUrl } from '@/features/documents/endpoints';
import { contentUrl } from '../api';
import type { Source } from '../types';

interface Props {
  requestId: string;
  sources: readonly Source[];
  onRemove: (source: Source) => void;
}

/** Where the text of a field came from, with the way back to it. */
export function Sources({ requestId, sources, onRemove }: Props) {
  const { t } = useTranslation('signing');
  if (sources.length === 0) return null;
  return (
    <ul className="sources" aria-label={t('sources.label')}>
      {sources.map((source) => (
        <li key={`${source.kind} ${source.id}`}>
          <span className="muted">{t(`sources.kind.${source.kind}`)}</span>{' '}
          {source.kind === 'MESSAGE' ? (
            <Link to={`/messages/${requestId}`}>{source.title}</Link>
          ) : (
            <a href={source.kind === 'FILE' ? fileUrl(source.id, true) : contentUrl(source.id, true)} target="_blank" rel="noreferrer">{source.title}</a>
          )}
          <CloseButton size="xs" aria-label={t('sources.remove', { title: source.title })} onClick={() => onRemove(source)} />
        </li>
      ))}
    </ul>
  );
}
