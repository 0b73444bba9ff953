import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Audience, LocalText } from '@/shared/api/types';
import { useFormat } from '@/shared/session';
import { USUAL_STEPS, type WizardStep } from './draftSteps';

interface Props {
  current: WizardStep;
  /** Those of the draft; before there is one, those of the manual. */
  steps?: readonly WizardStep[];
  /** The headings of the route's own forms. */
  formTitles?: Readonly<Record<string, LocalText | null>>;
  audience?: Audience;
  coordinated?: boolean;
  /** The last step that can be gone to. */
  reachable?: WizardStep;
  onGo?: (step: WizardStep) => void;
}

/** Where in the wizard one is; steps behind can be gone back to. */
export function Steps({ current, steps = USUAL_STEPS, formTitles = {}, audience = 'PATIENT', coordinated = false, reachable = current, onGo }: Props) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const all: readonly WizardStep[] = ['ROUTE', ...steps];
  const at = all.indexOf(current);
  const limit = all.indexOf(reachable);
  const heading = (step: WizardStep): string => {
    if (step === 'CONSULTANT' && coordinated) return t('field.coordinator');
    if (!(step in formTitles)) return t(`wizard.step.${step}`, { context: audience });
    const title = formTitles[step];
    return title ? format.text(title) : t('wizard.step.FORM');
  };
  return (
    <nav aria-label={t('wizard.steps')}>
      <p className="steps-phone" aria-hidden>
        {t('wizard.stepOf', { step: at + 1, of: all.length })} · <b>{heading(current)}</b>
      </p>
      <ol className="steps">
        {all.map((step, index) => {
          const done = index < at;
          const inside = (
            <>
              <span className="steps-mark" aria-hidden>{done ? <IconCheck size={14} stroke={2.5} /> : index + 1}</span>
              <span>{heading(step)}</span>
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
