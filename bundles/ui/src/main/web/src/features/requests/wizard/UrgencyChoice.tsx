import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Urgency } from '@/shared/api/types';
import type { StepProps } from './Wizard';

/** How soon an answer is needed, on the first step of a route that knows several terms. */
export function UrgencyChoice({ saver, view }: Pick<StepProps, 'saver' | 'view'>) {
  const { t } = useTranslation('requests');
  const missing = view.save.kind === 'saved' && view.draft.problems.some((problem) => problem.field === 'urgency');
  return (
    <Radio.Group
      label={t('wizard.urgency.title')}
      required
      mb="md"
      value={view.fields.urgency}
      error={missing ? t('wizard.urgency.choose') : undefined}
      onChange={(value) => saver.change({ urgency: value as Urgency })}
    >
      <Group gap="lg" mt={6}>
        {view.draft.route.terms.map((term) => <Radio key={term.urgency} value={term.urgency} label={t(`wizard.urgency.${term.urgency}`)} />)}
      </Group>
    </Radio.Group>
  );
}
