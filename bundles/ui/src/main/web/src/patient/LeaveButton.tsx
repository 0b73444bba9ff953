import { useRef, useState } from 'react';
import { failureOf } from '@/shared/failure';
import { forgetDrafts } from './drafts';
import { useLanguage } from './language';
import { errorText } from './refusals';
import type { Visit } from './Visit';

/** Ends the session of this browser, after a question: coming back needs the link. */
export function LeaveButton({ visit, requestId, className }: { visit: Visit; requestId: string; className?: string }) {
  const { texts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = async () => {
    try {
      await visit.leave();
      forgetDrafts(requestId);
    } catch (error) {
      setProblem(failureOf(error).code);
    }
  };
  return (
    <>
      <button
        type="button"
        className={className ?? 'quiet'}
        onClick={() => {
          setProblem(null);
          dialog.current?.showModal();
        }}
      >
        {texts.leave}
      </button>
      <dialog ref={dialog} aria-labelledby="leave-title">
        <h2 id="leave-title">{texts.leaveQuestion}</h2>
        <p>{texts.leaveText}</p>
        <div role="alert">{problem !== null && <p className="refusal">{errorText(texts, problem)}</p>}</div>
        <div className="dialog-buttons">
          <button type="button" onClick={() => dialog.current?.close()}>{texts.cancel}</button>
          <button type="button" className="primary" onClick={() => void leave()}>{texts.leave}</button>
        </div>
      </dialog>
    </>
  );
}
