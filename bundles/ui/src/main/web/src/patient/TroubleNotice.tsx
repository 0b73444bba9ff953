import { useLanguage } from './language';
import type { Trouble } from './Visit';

/** Says why there is no consultation here and what to do. */
export function TroubleNotice({ trouble, draft }: { trouble: Trouble; draft: string | null }) {
  const { texts } = useLanguage();
  const { title, text } = texts.trouble[trouble];
  const unsent = trouble === 'ended' && draft !== null ? sessionStorage.getItem(draft) : null;
  return (
    <div className="card" role="status">
      <h1>{title}</h1>
      <p>{text}</p>
      {unsent && (
        <label className="field">
          {texts.unsent}
          <textarea readOnly value={unsent} rows={4} />
        </label>
      )}
    </div>
  );
}
