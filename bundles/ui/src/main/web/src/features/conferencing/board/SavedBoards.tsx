import { useEffect, useState } from 'react';
import { failureOf, type Failure } from '@/shared/failure';
import type { StaffRoomEndpoints } from '../model/endpoints';
import type { BoardSave } from '../model/types';
import { useCallTexts } from '../screen/texts';

interface Props {
  staff: StaffRoomEndpoints;
  time: (instant: string) => string;
  /** Changes when something was saved. */
  saved: string | null;
  onFailure: (failure: Failure) => void;
}

/** What was saved before can be put back on the board. */
export function SavedBoards({ staff, time, saved, onFailure }: Props) {
  const { t, language } = useCallTexts();
  const [items, setItems] = useState<readonly BoardSave[]>([]);
  useEffect(() => {
    let current = true;
    staff.boardSaves().then(
      (found) => current && setItems(found.items),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [staff, saved]);
  if (items.length === 0) return null;
  const day = (at: string) => new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit' }).format(new Date(at));
  return (
    <label className="board-saves">
      <span className="call-hidden">{t('board.restore')}</span>
      <select
        className="call-input"
        value=""
        onChange={(event) => {
          const id = event.currentTarget.value;
          if (id !== '') void staff.restoreBoard(id).catch((error: unknown) => onFailure(failureOf(error)));
        }}
      >
        <option value="">{t('board.restore')}</option>
        {items.map((save) => <option key={save.id} value={save.id}>{t('board.restoreOf', { time: `${day(save.at)} ${time(save.at)}`, name: save.byName })}</option>)}
      </select>
    </label>
  );
}
