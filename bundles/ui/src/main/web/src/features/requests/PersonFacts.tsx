import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate, Represented } from '@/shared/api/types';
import { fullName } from '@/shared/format';
import { useFormat } from '@/shared/session';
import { display } from './identifiers';
import { ageOn } from './age';

interface Props {
  person: Omit<Represented, 'relation'> & { passport?: string | null; birthDate: LocalDate | null };
  children?: ReactNode;
}

/** Name, birth date with age, sex and numbers of one person. */
export function PersonFacts({ person, children }: Props) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const age = person.birthDate === null ? null : ageOn(person.birthDate, format.dayKey(new Date()));
  return (
    <div className="person">
      <p className="person-name">{fullName(person)}</p>
      <dl className="facts">
        <div>
          <dt>{t('field.birthDate')}</dt>
          <dd>
            {person.birthDate === null ? t('common:notGiven') : format.localDate(person.birthDate)}
            {age !== null && ` (${t('age', { count: age })})`}
          </dd>
        </div>
        {person.sex !== null && <div><dt>{t('field.sex')}</dt><dd>{t(`sex.${person.sex}`)}</dd></div>}
        <div><dt>{t('field.snils')}</dt><dd>{person.snils ? display('SNILS', person.snils) : t('common:notGiven')}</dd></div>
        <div><dt>{t('field.policy')}</dt><dd>{person.policy ? display('POLICY', person.policy) : t('common:notGiven')}</dd></div>
        {person.passport && <div><dt>{t('field.passport')}</dt><dd>{display('PASSPORT', person.passport)}</dd></div>}
        {children}
      </dl>
    </div>
  );
}
