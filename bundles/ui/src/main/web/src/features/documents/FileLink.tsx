import { contentUrl } from './endpoints';
import type { ViewedFile } from './FileViewer';
import { isViewable } from './files';

interface Props<T extends ViewedFile> {
  file: T;
  className?: string;
  onView: (file: T) => void;
}

/** The name of a file, which opens it: a picture or a PDF in the page, anything else is downloaded. */
export function FileLink<T extends ViewedFile>({ file, className, onView }: Props<T>) {
  if (isViewable(file)) return <button type="button" className={`link-button ${className ?? ''}`} onClick={() => onView(file)}>{file.name}</button>;
  return <a className={className} href={contentUrl(file.id)} download={file.name}>{file.name}</a>;
}
