import type { OrderedExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { BinaryFileData, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { isPicture } from '@/features/documents/files';
import { problemOf } from '@/shared/api/client';
import type { CallFiles } from '../model/CallFiles';

/** The pictures on the board: its elements name documents of the request, from where they are read. */
export class Pictures {
  private readonly asked = new Set<string>();

  constructor(private readonly files: CallFiles) {}

  async load({ id, type }: { id: string; type: string }): Promise<BinaryFileData> {
    const response = await fetch(this.files.url(id, true), { credentials: 'same-origin' });
    if (!response.ok) throw await problemOf(response);
    const blob = await response.blob();
    const mimeType = isPicture({ type }) ? type : blob.type;
    return { id, mimeType, dataURL: await dataUrl(blob), created: Date.now() } as BinaryFileData;
  }

  /** Brings what the canvas does not have yet. */
  async show(canvas: ExcalidrawImperativeAPI, elements: readonly OrderedExcalidrawElement[]): Promise<void> {
    const known = canvas.getFiles();
    const wanted = elements.flatMap((element) => (element.type === 'image' && !element.isDeleted && element.fileId && !known[element.fileId] && !this.asked.has(element.fileId) ? [element.fileId as string] : []));
    await Promise.all(
      [...new Set(wanted)].map(async (id) => {
        this.asked.add(id);
        try {
          canvas.addFiles([await this.load({ id, type: '' })]);
        } catch {
          // Deleted meanwhile, or no connection: the place of the picture stays; the next change asks again.
          this.asked.delete(id);
        }
      }),
    );
  }
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture cannot be read'));
    reader.readAsDataURL(blob);
  });
