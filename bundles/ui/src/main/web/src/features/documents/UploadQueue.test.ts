import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/shared/api/client';
import type { StoredDocument } from '@/shared/api/types';
import type { NewFile } from './endpoints';
import { UploadQueue } from './UploadQueue';

const stored = {} as StoredDocument;
const file = (name: string) => ({ file: new Blob(['x']), name });
const states = (queue: UploadQueue) => queue.snapshot().map((upload) => `${upload.name} ${upload.state}`);

describe('the upload queue', () => {
  it('sends one after the other and tells which failed and why', async () => {
    const sent: string[] = [];
    const uploaded = vi.fn();
    const queue = new UploadQueue(async (upload: NewFile) => {
      sent.push(upload.name);
      if (upload.name === 'б.html') throw new ApiError(415, 'documents.refused-type');
      return stored;
    }, uploaded);
    queue.add([file('а.pdf'), file('б.html'), file('в.png')], { folder: 'Анализы' });
    await vi.waitFor(() => expect(states(queue)).toEqual(['а.pdf done', 'б.html failed', 'в.png done']));
    expect(sent).toEqual(['а.pdf', 'б.html', 'в.png']);
    expect(queue.snapshot()[1]?.error?.code).toBe('documents.refused-type');
    expect(uploaded).toHaveBeenCalledTimes(2);
  });

  it('tries again by itself after a passing failure, with the same id', async () => {
    const ids: string[] = [];
    const queue = new UploadQueue(
      async (upload: NewFile) => {
        ids.push(upload.id);
        if (ids.length === 1) throw new ApiError(0, 'client.no-connection');
        return stored;
      },
      () => {},
      5,
    );
    queue.add([file('а.pdf')], {});
    await vi.waitFor(() => expect(states(queue)).toEqual(['а.pdf done']));
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });

  it('stops what is taken from the list', async () => {
    let aborted = false;
    const queue = new UploadQueue(
      (_, __, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(new DOMException('aborted', 'AbortError'));
          });
        }),
      () => {},
    );
    queue.add([file('а.pdf')], {});
    await vi.waitFor(() => expect(states(queue)).toEqual(['а.pdf sending']));
    queue.remove(queue.snapshot()[0]!.id);
    expect(aborted).toBe(true);
    expect(states(queue)).toEqual([]);
  });
});
