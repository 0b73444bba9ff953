import { Tabs, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '@/shared/forms/SchemaForm';
import type { Source } from '../types';
import { EarlierTexts } from './EarlierTexts';
import { FileTexts } from './FileTexts';
import { MessageTexts } from './MessageTexts';
import { PhraseTexts } from './PhraseTexts';

export interface InsertProps {
  requestId: string;
  /** The field that has the cursor, null when none of the text fields was in yet. */
  field: string | null;
  insert: (text: string, source: Omit<Source, 'field'> | null) => void;
}

interface Props extends InsertProps {
  profile: string;
  fieldTitle: string | null;
  answers: FormValues;
}

const TABS = ['phrases', 'messages', 'files', 'earlier'] as const;

/** What is at hand to be put into the field with the cursor: phrases, the chat, files, earlier conclusions. */
export function InsertPanel({ profile, fieldTitle, answers, ...props }: Props) {
  const { t } = useTranslation('signing');
  const [tab, setTab] = useState<string>('phrases');
  return (
    <section className="panel insert" aria-labelledby="insert">
      <Title order={2} id="insert" mb={4}>{t('insert.title')}</Title>
      <Text size="sm" c="gray.7" mb="xs" role="status">{fieldTitle === null ? t('insert.noField') : t('insert.into', { field: fieldTitle })}</Text>
      <Tabs value={tab} onChange={(next) => setTab(next ?? 'phrases')} keepMounted={false}>
        <Tabs.List mb="xs">
          {TABS.map((each) => <Tabs.Tab key={each} value={each}>{t(`insert.tab.${each}`)}</Tabs.Tab>)}
        </Tabs.List>
        <Tabs.Panel value="phrases"><PhraseTexts {...props} profile={profile} answers={answers} /></Tabs.Panel>
        <Tabs.Panel value="messages"><MessageTexts {...props} /></Tabs.Panel>
        <Tabs.Panel value="files"><FileTexts {...props} /></Tabs.Panel>
        <Tabs.Panel value="earlier"><EarlierTexts {...props} /></Tabs.Panel>
      </Tabs>
    </section>
  );
}
