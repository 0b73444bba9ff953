import type { Instant } from '../api/types';
import { useFormat } from '../session';

interface Props {
  instant: Instant;
  /** `relative` says «сегодня» and «завтра». */
  as?: 'dateTime' | 'date' | 'time' | 'relative';
  /** Names the zone when the device shows another time than the region. */
  zone?: boolean;
}

/** A moment in the zone of the region. */
export function DateTime({ instant, as = 'dateTime', zone = false }: Props) {
  const format = useFormat();
  const note = zone ? format.zoneNote(instant) : '';
  return (
    <time dateTime={instant} className="time">
      {format[as](instant)}
      {note !== '' && ` ${note}`}
    </time>
  );
}
