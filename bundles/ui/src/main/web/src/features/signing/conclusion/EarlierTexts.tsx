import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { earlierQuery } from '../api';
import { textOf } from './insert';
import { InsertRow } from './InsertRow';
import type { InsertProps } from './InsertPanel';

/** The doctor's own signed conclusions: the text of the same field. */
export function EarlierTexts({ field, insert }: InsertProps) {
  const { t } = useTranslation('signing');
  const format = useFormat();
  const [search, setSearch] = useState('');
  const earlier = useQuery(earlierQuery);
  if (earlier.isPending) return <LoadingRows rows={4} />;
  if (earlier.isError) return <ErrorState error={earlier.error} retry={() => void earlier.refetch()} />;
  const wanted = search.trim().toLocaleLowerCase();
  const texts = field === null ? [] : earlier.data
    .map((each) => ({ ...each, text: textOf(each.answers, field) }))
    .filter((each) => each.text !== '' && `${each.text} ${each.requestName}`.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <TextInput
        size="xs"
        mb="xs"
        aria-label={t('insert.searchEarlier')}
        placeholder={t('insert.searchEarlier')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {texts.length === 0 && <p className="none">{t(field === null ? 'insert.chooseField' : 'insert.noEarlier')}</p>}
      <ul className="insert-list">
        {texts.map((each) => (
          <InsertRow
            key={each.documentId}
            head={`${each.requestName}, ${format.date(each.createdAt)}`}
            text={each.text}
            enabled
            onInsert={() => insert(each.text, { kind: 'CONCLUSION', id: each.documentId, title: `${each.requestName}, ${format.date(each.createdAt)}` })}
          />
        ))}
      </ul>
    </>
  );
}
