import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from '@/shared/api/uuid';
import { ErrorState, LoadingRows } from '@/shared/components';
import type { FormValues } from '@/shared/forms/SchemaForm';
import { sayError } from '@/shared/i18n';
import { notify } from '@/shared/notices';
import { deletePhrase, phrasesQuery, savePhrase } from '../api';
import { textOf } from './insert';
import { InsertRow } from './InsertRow';
import type { InsertProps } from './InsertPanel';

/** Templates of the profile and the doctor's own phrases for a field; what stands in the field can become one. */
export function PhraseTexts({ field, insert, profile, answers }: InsertProps & { profile: string; answers: FormValues }) {
  const { t } = useTranslation('signing');
  if (field === null) return <p className="none">{t('insert.chooseField')}</p>;
  return <Phrases key={field} field={field} insert={insert} profile={profile} text={textOf(answers, field)} />;
}

function Phrases({ field, insert, profile, text }: { field: string; insert: InsertProps['insert']; profile: string; text: string }) {
  const { t } = useTranslation('signing');
  const queries = useQueryClient();
  const query = phrasesQuery(profile, field);
  const phrases = useQuery(query);
  const [title, setTitle] = useState('');
  const changed = () => void queries.invalidateQueries({ queryKey: query.queryKey });
  const save = useMutation({
    mutationFn: (id: string) => savePhrase({ id, profile, field, title: title.trim(), text: text.trim() }),
    onSuccess: () => {
      setTitle('');
      changed();
      notify('done', t('phrase.saved'));
    },
    onError: (error) => notify('error', sayError(error)),
  });
  const remove = useMutation({ mutationFn: deletePhrase, onSuccess: changed, onError: (error) => notify('error', sayError(error)) });
  if (phrases.isPending) return <LoadingRows rows={4} />;
  if (phrases.isError) return <ErrorState error={phrases.error} retry={() => void phrases.refetch()} />;
  return (
    <>
      {phrases.data.length === 0 && <p className="none">{t('insert.noPhrases')}</p>}
      <ul className="insert-list">
        {phrases.data.map((phrase) => (
          <InsertRow
            key={phrase.id}
            head={phrase.own ? `${phrase.title} · ${t('phrase.own')}` : phrase.title}
            text={phrase.text}
            enabled
            onInsert={() => insert(phrase.text, null)}
          >
            {phrase.own && (
              <ActionIcon variant="subtle" color="red" aria-label={t('phrase.delete', { title: phrase.title })} title={t('phrase.deleteShort')} onClick={() => remove.mutate(phrase.id)}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </InsertRow>
        ))}
      </ul>
      {text.trim() !== '' && (
        <form
          className="phrase-new"
          onSubmit={(event) => {
            event.preventDefault();
            if (title.trim() !== '') save.mutate(uuidv7());
          }}
        >
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput size="xs" label={t('phrase.keep')} placeholder={t('phrase.name')} maxLength={100} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
            <Button type="submit" size="xs" variant="default" disabled={title.trim() === ''} loading={save.isPending}>{t('phrase.save')}</Button>
          </Group>
        </form>
      )}
    </>
  );
}
