import { lazy, Suspense, useEffect, useRef } from 'react';
import { useLanguage } from './language';
import type { Questionnaire, QuestionnaireState } from './Questionnaire';
import { errorText } from './refusals';

// The form library comes only to those who fill in a form.
const Form = lazy(async () => {
  const module = await import('@/shared/forms/VisitForm');
  await module.start();
  return module;
});

interface Props {
  questionnaire: Questionnaire;
  state: QuestionnaireState;
  /** Back to the chat. */
  onClose: () => void;
}

const FORM_ID = 'questionnaire';

/** The questionnaire in place of the chat; what is typed is kept as it is typed. */
export function QuestionnaireScreen({ questionnaire, state, onClose }: Props) {
  const { language, texts } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = state.known?.form ?? null;
  useEffect(() => heading.current?.focus(), []);
  const send = async () => {
    if (await questionnaire.send()) onClose();
  };
  const untouched = state.save === 'saved' && Object.keys(state.answers).length === 0;
  const note = untouched ? '' : state.save === 'failed' ? texts.questionnaire.notSaved : state.save === 'saved' ? texts.questionnaire.saved : texts.questionnaire.saving;
  return (
    <section className="questionnaire" aria-labelledby="questionnaire-title">
      <div className="questionnaire-body">
        <h2 id="questionnaire-title" ref={heading} tabIndex={-1}>{texts.questionnaire.title}</h2>
        <p className="hint">{texts.questionnaire.intro}</p>
        {form && (
          <Suspense fallback={<p className="loading" role="status">{texts.loading}</p>}>
            <Form id={FORM_ID} language={language} form={form} answers={state.answers} problems={state.problems} onChange={(answers) => questionnaire.change(answers)} onSend={() => void send()} />
          </Suspense>
        )}
        <div role="alert">{state.refusal !== null && <p className="refusal">{errorText(texts, state.refusal)}</p>}</div>
      </div>
      <div className="questionnaire-foot">
        <p className="hint" role="status">{note}</p>
        <button type="button" onClick={onClose}>{texts.questionnaire.toChat}</button>
        <button type="submit" form={FORM_ID} className="primary" disabled={state.sending}>
          {state.sending ? texts.questionnaire.sending : texts.questionnaire.send}
        </button>
      </div>
    </section>
  );
}
