/** The chat of a request, as the server tells it; the same on both sides, the doctor's and the patient's. */
export type { Chat, ChatMessage as Message, ChatMessages as MessagePage, ChatParticipant as Participant } from '@/shared/api/types';

import type { ChatMessage, StoredDocument } from '@/shared/api/types';

/** A file in a message. */
export type Attachment = NonNullable<ChatMessage['document']>;

/** What an upload answers; a message needs only the id. */
export type Uploaded = Pick<StoredDocument, 'id'>;

/** Longest text of one message, in characters. */
export const MAX_TEXT = 4000;
