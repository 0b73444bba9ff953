import { useLanguage } from './language';
import type { QuestionnaireState } from './Questionnaire';

/** The way to the questionnaire, above the chat. Nothing when there is none, or when the visit has begun. */
export function QuestionnaireLine({ state, onOpen }: { state: QuestionnaireState; onOpen: () => void }) {
  const { texts } = useLanguage();
  const { known, refusal } = state;
  if (!known || known.form === null) return null;
  if (!known.open) return refusal === null ? null : <p className="line" role="status">{texts.questionnaire.over}</p>;
  const sent = known.answeredAt !== null;
  const text = known.unsent ? texts.questionnaire.unsent : sent ? texts.questionnaire.sent : texts.questionnaire.invitation;
  return (
    <section className="questionnaire-line" aria-label={texts.questionnaire.title}>
      <p role="status">{text}</p>
      <button type="button" className={sent && !known.unsent ? undefined : 'primary'} onClick={onOpen}>
        {known.unsent ? texts.questionnaire.goOn : sent ? texts.questionnaire.correct : texts.questionnaire.fillIn}
      </button>
    </section>
  );
}
