import { useEffect, useState, useSyncExternalStore } from 'react';
import { useHint } from '@/shared/hooks/hints';
import { visitQuestionnaire } from './endpoints';
import { Questionnaire, type QuestionnaireState } from './Questionnaire';

/** The questionnaire of the visit on the screen; it outlives the view in which it is filled in. */
export function useQuestionnaire(): [Questionnaire, QuestionnaireState] {
  const [questionnaire] = useState(() => new Questionnaire(visitQuestionnaire));
  const state = useSyncExternalStore(questionnaire.subscribe, questionnaire.snapshot);
  useEffect(() => {
    questionnaire.start();
    return () => questionnaire.stop();
  }, [questionnaire]);
  useHint((hint) => {
    if (hint.type === 'requests.changed') void questionnaire.load();
  });
  return [questionnaire, state];
}
