import { type DragEvent, useRef, useState } from 'react';
import { filesOf } from './files';

/** Takes files that are dropped on an element. */
export function useFileDrop(enabled: boolean, onFiles: (files: File[]) => void) {
  const [dragging, setDragging] = useState(false);
  // Enter and leave come for each child that is crossed.
  const depth = useRef(0);
  const concerns = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  return {
    dragging,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!concerns(event)) return;
        depth.current += 1;
        setDragging(true);
      },
      onDragLeave: (event: DragEvent) => {
        if (!concerns(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) setDragging(false);
      },
      onDragOver: (event: DragEvent) => {
        if (concerns(event)) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        depth.current = 0;
        setDragging(false);
        if (!concerns(event)) return;
        event.preventDefault();
        onFiles(filesOf(event.dataTransfer));
      },
    },
  };
}
