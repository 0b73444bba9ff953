import { del, get, put, segment, upload, url } from '@/shared/api/client';
import type { Page, StoredDocument } from '@/shared/api/types';

const FILES = '/api/documents/files';

/** A file in the list of its owner. */
export interface OwnFile extends StoredDocument {
  requestName: string | null;
  /** Whether it can be deleted now. */
  deletable: boolean;
}

export interface Folder {
  name: string;
  files: number;
}

export interface NewFile {
  id: string;
  file: Blob;
  name: string;
  requestId?: string;
  folder?: string;
}

/** @param inline for showing it in the page rather than saving it */
export const contentUrl = (id: string, inline = false): string => url(`${FILES}/${segment(id)}/content`, inline ? { inline } : {});

export const fetchFiles = (q: string, folder: string | null, cursor: string | null, signal: AbortSignal): Promise<Page<OwnFile>> =>
  get<Page<OwnFile>>(FILES, { q, folder, cursor }, signal);

export const fetchFolders = (signal: AbortSignal): Promise<Folder[]> => get<Folder[]>('/api/documents/folders', undefined, signal);

export const fetchRequestFiles = (requestId: string, signal: AbortSignal): Promise<StoredDocument[]> =>
  get<StoredDocument[]>(`/api/documents/requests/${segment(requestId)}/files`, undefined, signal);

export const uploadFile = (file: NewFile, onProgress: (part: number) => void, signal: AbortSignal): Promise<StoredDocument> =>
  upload<StoredDocument>(FILES, { ...file, signal, onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0) });

export const changeFile = (id: string, name: string, folder: string): Promise<StoredDocument> =>
  put<StoredDocument>(`${FILES}/${segment(id)}`, { name, folder });

export const deleteFile = (id: string): Promise<void> => del(`${FILES}/${segment(id)}`);
