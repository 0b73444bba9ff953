import './help.css';
import { Accordion, Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, PageHeader, SearchBox } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { faq, searchFaq, type Block } from './faq';

/** «Помощь»: answers to frequently asked questions, folded and searchable. */
export default function HelpPage() {
  const { t } = useTranslation('help');
  const { language } = useFormat();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<string[]>([]);
  const sections = useMemo(() => searchFaq(faq(language), search), [language, search]);
  const ids = sections.flatMap((section) => section.items.map((item) => `${section.id}.${item.id}`));
  const searching = search.trim() !== '';
  // A few findings are shown open at once.
  const shown = searching && ids.length <= 3 ? ids : opened;
  const allOpen = ids.length > 0 && ids.every((id) => shown.includes(id));

  return (
    <div className="page help-page">
      <PageHeader title={t('title')} description={t('description')}>
        <SearchBox value={search} onChange={setSearch} label={t('search')} />
        <Button variant="default" onClick={() => setOpened(allOpen ? [] : ids)} disabled={ids.length === 0}>{t(allOpen ? 'closeAll' : 'openAll')}</Button>
      </PageHeader>
      <p className="sr-only" role="status">{searching ? t('found', { count: ids.length }) : ''}</p>
      {sections.length === 0 && <EmptyState title={t('nothingFound')}>{t('nothingFoundText')}</EmptyState>}
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`help-${section.id}`} className="help-section">
          <h2 id={`help-${section.id}`}>{section.title}</h2>
          <Accordion multiple value={shown} onChange={setOpened} order={3} variant="contained" chevronPosition="left" classNames={{ label: 'help-question' }}>
            {section.items.map((item) => (
              <Accordion.Item key={item.id} value={`${section.id}.${item.id}`}>
                <Accordion.Control>{item.question}</Accordion.Control>
                <Accordion.Panel>
                  <div className="help-answer">{item.answer.map((block, index) => <AnswerBlock key={index} block={block} />)}</div>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </section>
      ))}
    </div>
  );
}

function AnswerBlock({ block }: { block: Block }) {
  if (typeof block === 'string') return <p>{block}</p>;
  if ('list' in block) return <ul>{block.list.map((line) => <li key={line}>{line}</li>)}</ul>;
  return <ol>{block.steps.map((line) => <li key={line}>{line}</li>)}</ol>;
}
