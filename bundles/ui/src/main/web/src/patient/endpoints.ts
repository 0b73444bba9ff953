import { MESSAGES_PER_PAGE, type ConversationEndpoints } from '@/features/chat/model/Conversation';
import type { FileAccess } from '@/features/conferencing/model/CallFiles';
import { uuidv7 } from '@/shared/api/uuid';
import type { Chat, Message, MessagePage, Uploaded } from '@/features/chat/model/types';
import { call, get, post, put, segment, upload, url } from '@/shared/api/client';
import type { LinkChallenge, StoredDocument, VisitQuestionnaire, VisitSession } from '@/shared/api/types';

const IDENTITY = '/api/visit/identity';
const CHAT = '/api/visit/chat';
const QUESTIONNAIRE = '/api/visit/requests/questionnaire';
const FILES = '/api/visit/documents/files';

/** What the patient's session may ask of identity. */
export interface VisitEndpoints {
  challenge(token: string): Promise<LinkChallenge>;
  open(token: string, birthDate: string, lastFour: string | null): Promise<VisitSession>;
  session(): Promise<VisitSession>;
  consent(version: string): Promise<VisitSession>;
  close(): Promise<void>;
}

export const visitEndpoints: VisitEndpoints = {
  challenge: (token) => call(`${IDENTITY}/challenge`, { method: 'POST', body: { token }, expects401: true }),
  open: (token, birthDate, lastFour) =>
    call(`${IDENTITY}/session`, { method: 'POST', body: { token, birthDate, lastFour }, expects401: true }),
  session: () => call(`${IDENTITY}/session`, { expects401: true }),
  consent: (version) => post(`${IDENTITY}/consent`, { version }),
  close: () => call(`${IDENTITY}/session`, { method: 'DELETE', expects401: true }),
};

export interface QuestionnaireEndpoints {
  get(): Promise<VisitQuestionnaire>;
  keep(answers: Record<string, unknown>): Promise<VisitQuestionnaire>;
  send(answers: Record<string, unknown>): Promise<VisitQuestionnaire>;
}

export const visitQuestionnaire: QuestionnaireEndpoints = {
  get: () => get<VisitQuestionnaire>(QUESTIONNAIRE),
  keep: (answers) => put<VisitQuestionnaire>(QUESTIONNAIRE, { answers }),
  send: (answers) => post<VisitQuestionnaire>(`${QUESTIONNAIRE}/submission`, { answers }),
};

/** The chat of the request whose session this is. */
export const visitChat: ConversationEndpoints = {
  chat: () => get<Chat>(`${CHAT}/chat`),
  messages: (bounds) => get<MessagePage>(`${CHAT}/messages`, { ...bounds, limit: MESSAGES_PER_PAGE }),
  post: (id, text, documentId) => post<Message>(`${CHAT}/messages`, { id, text, documentId }),
  read: (upTo) => put<void>(`${CHAT}/read`, { upTo }),
  upload: (file, onProgress, signal) =>
    upload<Uploaded>(FILES, {
      id: file.id,
      file: file.blob,
      name: file.name,
      onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0),
      signal,
    }),
};

export const fileUrl = (id: string, inline: boolean): string => url(`${FILES}/${segment(id)}/content`, inline ? { inline } : {});

/** The files of the request, in the call. */
export const visitFiles: FileAccess = {
  list: () => get<StoredDocument[]>(FILES),
  url: fileUrl,
  upload: (file, name, folder, onProgress) =>
    upload<StoredDocument>(FILES, { id: uuidv7(), file, name, folder, onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0) }),
};
