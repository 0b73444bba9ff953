import { Alert, Button, Group, Radio, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentifierKind, Person, PersonSearchResult } from '@/shared/api/types';
import { ErrorState } from '@/shared/components';
import { searchPerson } from '../api';
import { hasRightCheckDigit, isPossible, mask } from '../identifiers';
import { PersonFacts } from '../PersonFacts';
import { MaskedInput } from './MaskedInput';
import type { StepProps } from './Wizard';

const KINDS: readonly IdentifierKind[] = ['SNILS', 'POLICY', 'PASSPORT'];

/** Step 2: the patient, or the legal representative, is found in the registry; nobody is typed in. */
export function PersonStep({ saver, view, next, back }: StepProps) {
  const { t } = useTranslation('requests');
  const audience = view.draft.route.audience;
  const chosen = view.draft.person;
  const [searching, setSearching] = useState(chosen === null);
  const [kind, setKind] = useState<IdentifierKind>('SNILS');
  const [typed, setTyped] = useState<Record<IdentifierKind, string>>({ SNILS: '', POLICY: '', PASSPORT: '' });
  const [refused, setRefused] = useState<string | null>(null);
  const [choosing, setChoosing] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLElement>(null);
  const who = { context: audience };

  const search = useMutation({
    mutationFn: (query: { kind: IdentifierKind; value: string }): Promise<PersonSearchResult> => searchPerson(query.kind, query.value),
    onSuccess: () => requestAnimationFrame(() => results.current?.focus()),
  });

  const value = typed[kind];
  const slip = isPossible(kind, value) && !hasRightCheckDigit(kind, value);

  const find = () => {
    if (!isPossible(kind, value)) {
      setRefused(t(`wizard.person.invalid.${kind}`));
      input.current?.focus();
      return;
    }
    setRefused(null);
    search.mutate({ kind, value });
  };

  const choose = async (person: Person) => {
    setChoosing(person.id);
    saver.change({ personId: person.id });
    await next();
    setChoosing(null);
  };

  if (!searching && chosen) {
    return (
      <>
        <Title order={2} tabIndex={-1}>{t('wizard.person.chosen', who)}</Title>
        <div className="person-card person-chosen"><PersonFacts person={chosen} /></div>
        <div className="wizard-foot">
          <Button variant="default" onClick={back}>{t('common:back')}</Button>
          <Group gap="xs">
            <Button variant="default" onClick={() => setSearching(true)}>{t('wizard.person.other')}</Button>
            <Button data-first onClick={() => void next()}>{t('common:next')}</Button>
          </Group>
        </div>
      </>
    );
  }

  const found = search.data;
  return (
    <>
      <Title order={2} tabIndex={-1} mb="sm">{t('wizard.person.title', who)}</Title>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <Radio.Group
          label={t('wizard.person.by')}
          value={kind}
          onChange={(next) => {
            setKind(next as IdentifierKind);
            setRefused(null);
            search.reset();
            requestAnimationFrame(() => input.current?.focus({ preventScroll: true }));
          }}
          mb="sm"
        >
          <Group gap="lg" mt={6}>
            {KINDS.map((other) => <Radio key={other} value={other} label={t(`identifier.${other}`)} />)}
          </Group>
        </Radio.Group>
        <Group align="flex-end" gap="sm" className="person-search">
          <MaskedInput
            key={kind}
            inputRef={input}
            data-first
            label={t(`identifier.${kind}`)}
            placeholder={t(`wizard.person.example.${kind}`)}
            inputMode={kind === 'POLICY' ? 'text' : 'numeric'}
            value={value}
            mask={(text) => mask(kind, text)}
            onValue={(next) => {
              setTyped({ ...typed, [kind]: next });
              setRefused(null);
            }}
            error={refused ?? undefined}
            inputWrapperOrder={['label', 'input', 'error']}
            w={300}
          />
          <Button type="submit" loading={search.isPending} variant={found && found.items.length > 0 ? 'default' : 'filled'}>{t('wizard.person.find')}</Button>
        </Group>
        {slip && (
          <Text size="sm" className="slip" role="status"><IconAlertTriangle size={16} aria-hidden /> {t('wizard.person.checkDigit')}</Text>
        )}
      </form>

      {search.isError && <div className="mt"><ErrorState error={search.error} retry={find} /></div>}
      {found && (
        <section ref={results} tabIndex={-1} className="person-results" aria-label={t('wizard.person.results')} aria-live="polite">
          {found.items.length === 0 ? (
            <Alert color="gray" variant="light" title={t('wizard.person.notFound', who)} icon={<IconInfoCircle aria-hidden />}>
              {!found.checkDigit && <p className="first-line">{t('wizard.person.notFoundCheckDigit')}</p>}
              {t('wizard.person.notFoundText')}
            </Alert>
          ) : (
            <>
              <Text fw={600} mb={6}>
                {found.items.length === 1 ? t('wizard.person.foundOne', who) : t('wizard.person.foundSeveral', { count: found.items.length })}
              </Text>
              <ul className="plain">
                {found.items.map((person) => (
                  <li key={person.id} className="person-card">
                    <PersonFacts person={person} />
                    <Button
                      onClick={() => void choose(person)}
                      loading={choosing === person.id}
                      disabled={choosing !== null && choosing !== person.id}
                      aria-label={t('wizard.person.chooseLabel', { name: [person.surname, person.name, person.patronymic].filter(Boolean).join(' ') })}
                    >
                      {t('wizard.person.choose')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}

      <Alert color="clinic" variant="light" className="notice-box mt" icon={<IconInfoCircle aria-hidden />} title={t('wizard.person.hintTitle')}>
        <p className="first-line">{t('wizard.person.hint', who)}</p>
        {t('wizard.person.hintMost', who)}
      </Alert>
      <div className="wizard-foot">
        <Button variant="default" onClick={() => (chosen ? setSearching(false) : back())}>{t('common:back')}</Button>
      </div>
    </>
  );
}
