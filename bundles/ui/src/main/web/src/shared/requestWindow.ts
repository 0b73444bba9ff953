import type { ComponentType } from 'react';
import type { ConsultationRequest } from './api/types';
import type { Session } from './session';

/** What every part of the request's window is given. */
export interface RequestPartProps {
  request: ConsultationRequest;
  /** Of an action: its window is shown. Sections are always shown. */
  opened: boolean;
  onClose: () => void;
}

/**
 * An action in the right side panel of the request's window. Each feature may have a `requestActions.ts` with `export const
 * requestActions: RequestAction[]`; the window collects them, so a feature is added or left out as a folder.
 */
export interface RequestAction {
  id: string;
  /** Where it stands, from the top: 100 conclusion, 200 without one, 300 time, 400 colleague, 500 further, 900 cancelling. */
  order: number;
  /** Key of its text with the feature's namespace, for example `requests:finish.title`. */
  label: string;
  visible: (request: ConsultationRequest, session: Session) => boolean;
  /** A key of the keyboard while the window is in view, shown in the map on `?`; letters of {@link KeyboardEvent.code}, for example `KeyZ`. */
  shortcut?: string;
  look?: 'primary' | 'default' | 'danger';
  /** Its window; rendered while the action is visible. */
  component: ComponentType<RequestPartProps>;
}

/**
 * A section of the request's window, in a `requestSections.ts` with `export const requestSections: RequestSection[]`.
 */
export interface RequestSection {
  id: string;
  /** In the main column: 100 outcome, 200 visit, 300 persons, 400 comment, 500 files, 900 history; in the side panel: 100 actions, 500 link, 600 mails. */
  order: number;
  place: 'main' | 'side';
  visible: (request: ConsultationRequest, session: Session) => boolean;
  component: ComponentType<{ request: ConsultationRequest }>;
}

export const byOrder = (a: { order: number; id: string }, b: { order: number; id: string }): number =>
  a.order - b.order || a.id.localeCompare(b.id);

/** The letter of a shortcut as it is printed on the keys: `KeyZ` is Z. */
export const keyName = (code: string): string => code.replace(/^(Key|Digit)/, '');
