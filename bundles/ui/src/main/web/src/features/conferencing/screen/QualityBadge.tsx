import type { QualityLevel } from '../model/types';
import { useCallTexts } from './texts';

const BARS: Readonly<Record<QualityLevel, number>> = { GOOD: 3, FAIR: 2, POOR: 1, LOST: 0 };

/** How good the connection is: bars and a word. */
export function QualityBadge({ level }: { level: QualityLevel }) {
  const { t } = useCallTexts();
  const text = t(`quality.${level}`);
  return (
    <span className="quality" role="img" aria-label={text} title={text} data-level={level}>
      {[1, 2, 3].map((bar) => <span key={bar} className={bar <= BARS[level] ? 'quality-bar quality-on' : 'quality-bar'} />)}
    </span>
  );
}
