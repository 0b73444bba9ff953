import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOfFile } from './files';
import { notify } from '@/shared/notices';
import { uploadFile } from './endpoints';
import { UploadQueue, type Upload } from './UploadQueue';

/** One queue for each place, which goes on when the page is left. */
const queues = new Map<string, UploadQueue>();

export interface Uploads {
  queue: UploadQueue;
  uploads: readonly Upload[];
  add: (files: Iterable<File>) => void;
}

/**
 * @param place the request or folder to which the files go
 * @param list names the queue; by itself each request has one, and the private files
 */
export function useUploads(place: { requestId?: string; folder?: string }, list = place.requestId ?? ''): Uploads {
  const { t } = useTranslation('documents');
  const queries = useQueryClient();
  const [queue] = useState(() => {
    let known = queues.get(list);
    if (!known) {
      known = new UploadQueue(uploadFile, () => void queries.invalidateQueries({ queryKey: ['documents'] }));
      queues.set(list, known);
    }
    return known;
  });
  const uploads = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const { requestId, folder } = place;
  const add = useCallback(
    (files: Iterable<File>) => {
      const wanted: { file: File; name: string }[] = [];
      for (const file of files) {
        if (file.size === 0) notify('error', t('emptyFile', { name: file.name }));
        else wanted.push({ file, name: nameOfFile(file) });
      }
      if (wanted.length > 0) queue.add(wanted, { ...(requestId === undefined ? {} : { requestId }), ...(folder ? { folder } : {}) });
    },
    [queue, requestId, folder, t],
  );
  return { queue, uploads, add };
}
