import type { CaptionLine } from './useCaptions';

/** The last sentences, below the pictures. */
export function Captions({ lines }: { lines: readonly CaptionLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="captions" role="log" aria-live="off">
      {lines.map((line) => <p key={line.id}><strong>{line.name}:</strong> {line.text}</p>)}
    </div>
  );
}
