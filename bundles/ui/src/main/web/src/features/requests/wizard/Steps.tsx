import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Audience, DraftStep } from '@/shared/api/types';

export type WizardStep = 'ROUTE' | DraftStep;

export const STEPS: readonly WizardStep[] = ['ROUTE', 'PERSON', 'CONTACT', 'CONSULTANT', 'SLOT'];

interface Props {
  current: WizardStep;
  audience?: Audience;
  /** The last step that can be gone to. */
  reachable?: WizardStep;
  onGo?: (step: WizardStep) => void;
}

/** Where in the wizard one is; steps behind can be gone back to. */
export function Steps({ current, audience = 'PATIENT', reachable = current, onGo }: Props) {
  const { t } = useTranslation('requests');
  const at = STEPS.indexOf(current);
  const limit = STEPS.indexOf(reachable);
  return (
    <nav aria-label={t('wizard.steps')}>
      <p className="steps-phone" aria-hidden>
        {t('wizard.stepOf', { step: at + 1, of: STEPS.length })} · <b>{t(`wizard.step.${current}`, { context: audience })}</b>
      </p>
      <ol className="steps">
        {STEPS.map((step, index) => {
          const done = index < at;
          const inside = (
            <>
              <span className="steps-mark" aria-hidden>{done ? <IconCheck size={14} stroke={2.5} /> : index + 1}</span>
              <span>{t(`wizard.step.${step}`, { context: audience })}</span>
              {done && <span className="sr-only">{t('wizard.stepDone')}</span>}
            </>
          );
          return (
            <li key={step} className={done ? 'done' : index === at ? 'now' : ''} aria-current={index === at ? 'step' : undefined}>
              {onGo && step !== 'ROUTE' && index !== at && index <= limit ? (
                <button type="button" onClick={() => onGo(step)}>{inside}</button>
              ) : (
                <span className="steps-item">{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
