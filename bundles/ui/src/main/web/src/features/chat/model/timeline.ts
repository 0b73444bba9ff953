import type { Message } from './types';

/** Joins what is known with what arrived: each message once, ascending by number, the newer word about a message wins. */
export function merge(known: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  if (arrived.length === 0) return known;
  const byNumber = new Map<number, Message>();
  for (const message of known) byNumber.set(message.number, message);
  let changed = false;
  for (const message of arrived) {
    if (byNumber.get(message.number)?.id !== message.id) changed = true;
    byNumber.set(message.number, message);
  }
  if (!changed) return known;
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

/** The number of the newest message that is here, 0 for none. */
export const newest = (messages: readonly Message[]): number => messages.at(-1)?.number ?? 0;

/** How many messages of others stand above the number up to which was read. */
export const unreadAbove = (messages: readonly Message[], readUpTo: number): number =>
  messages.filter((message) => message.number > readUpTo && !message.mine).length;

/** The number of the first message of others above the number up to which was read: the line «Новые сообщения» stands before it. */
export const firstUnread = (messages: readonly Message[], readUpTo: number): number | null =>
  messages.find((message) => message.number > readUpTo && !message.mine)?.number ?? null;

export interface Day {
  /** yyyy-MM-dd in the zone in which the days are counted. */
  date: string;
  messages: Message[];
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in a zone, as yyyy-MM-dd. */
export function dateIn(timeZone: string | undefined, instant: string | number | Date): string {
  const name = timeZone ?? '';
  let format = dayFormats.get(name);
  if (!format) {
    // The Canadian way to write a date is the ISO one.
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(name, format);
  }
  return format.format(new Date(instant));
}

/** Groups messages, which are in order, by calendar day. */
export function byDay(messages: readonly Message[], timeZone?: string): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const date = dateIn(timeZone, message.at);
    const day = days.at(-1);
    if (day?.date === date) day.messages.push(message);
    else days.push({ date, messages: [message] });
  }
  return days;
}

/** Whether a message goes on where the one before it stopped: same author, within five minutes, so that its author is not named again. */
export function continues(previous: Message | undefined, message: Message): boolean {
  return (
    previous !== undefined &&
    previous.authorKind === message.authorKind &&
    previous.authorId === message.authorId &&
    previous.mine === message.mine &&
    Date.parse(message.at) - Date.parse(previous.at) < 5 * 60_000
  );
}
