import { useLanguage } from './language';

/** What was typed and can no longer be sent: still to be read and copied. */
export function Unsent({ text }: { text: string }) {
  const { texts } = useLanguage();
  return (
    <div className="unsent">
      <p><strong>{texts.unsent}</strong></p>
      <p className="text unsent-text" tabIndex={0}>{text}</p>
    </div>
  );
}
