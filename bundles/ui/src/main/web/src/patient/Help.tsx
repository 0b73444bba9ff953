import { useLanguage } from './language';

/** Folded hints for a picture or sound that does not come (S145 to S150). */
export function Help() {
  const { texts, troubleshooting } = useLanguage();
  return (
    <details className="help">
      <summary>{texts.help}</summary>
      <p><strong>{troubleshooting.title}</strong></p>
      <p>{troubleshooting.intro}</p>
      <ol>
        {troubleshooting.items.map((item) => <li key={item}>{item}</li>)}
      </ol>
    </details>
  );
}
