import { fill, useLanguage } from './language';
import { LeaveButton } from './LeaveButton';
import { useRefusalText } from './refusals';
import type { Phase, Visit } from './Visit';

/** The consent comes before the chat can be read. */
export function ConsentForm({ phase, visit }: { phase: Extract<Phase, { name: 'consent' }>; visit: Visit }) {
  const { texts } = useLanguage();
  const refusal = useRefusalText(phase.refusal);
  const { text, version } = phase.session.consent;
  return (
    <div className="card">
      <h1>{texts.consent.title}</h1>
      <p>{texts.consent.intro}</p>
      <div className="consent" tabIndex={0} role="region" aria-label={texts.consent.title}>
        {text.split(/\n+/).filter(Boolean).map((paragraph, index) => <p key={index}>{paragraph}</p>)}
        <p className="hint">{fill(texts.consent.version, { version })}</p>
      </div>
      <div role="alert">{refusal && <p className="refusal">{refusal}</p>}</div>
      <button type="button" className="primary" disabled={phase.busy} onClick={() => void visit.consent()}>
        {phase.busy ? texts.consent.agreeing : texts.consent.agree}
      </button>
      <LeaveButton visit={visit} requestId={phase.session.requestId} />
    </div>
  );
}
