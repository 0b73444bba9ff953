import { readDraft } from './drafts';
import { useLanguage } from './language';
import { Unsent } from './Unsent';
import type { Trouble } from './Visit';

/** Says why there is no consultation here and what to do. */
export function TroubleNotice({ trouble, draft }: { trouble: Trouble; draft: string | null }) {
  const { texts } = useLanguage();
  const { title, text } = texts.trouble[trouble];
  const unsent = trouble === 'ended' && draft !== null ? readDraft(draft) : null;
  return (
    <div className="card" role="status">
      <h1>{title}</h1>
      <p>{text}</p>
      {unsent && <Unsent text={unsent} />}
    </div>
  );
}
