import { convertToExcalidrawElements } from '@excalidraw/excalidraw';
import type { OrderedExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { BinaryFileData, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';

const LARGEST = 1_000;

/** A picture in its own proportions, in the middle of what is looked at. */
export async function imageElement(file: BinaryFileData, canvas: ExcalidrawImperativeAPI): Promise<OrderedExcalidrawElement> {
  const picture = new Image();
  picture.src = file.dataURL;
  await picture.decode();
  const factor = Math.min(1, LARGEST / Math.max(picture.naturalWidth, picture.naturalHeight, 1));
  const width = picture.naturalWidth * factor;
  const height = picture.naturalHeight * factor;
  const { scrollX, scrollY, zoom, width: viewWidth, height: viewHeight } = canvas.getAppState();
  const x = viewWidth / 2 / zoom.value - scrollX - width / 2;
  const y = viewHeight / 2 / zoom.value - scrollY - height / 2;
  const [element] = convertToExcalidrawElements([{ type: 'image', x, y, width, height, fileId: file.id, status: 'saved' }]);
  return element as OrderedExcalidrawElement;
}
