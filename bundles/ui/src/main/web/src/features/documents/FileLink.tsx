import { contentUrl } from './endpoints';
import type { ViewedFile } from './FileViewer';
import { isPdf, isPicture } from './files';

interface Props<T extends ViewedFile> {
  file: T;
  className?: string;
  onView: (file: T) => void;
}

/** The name of a file, which opens it: a picture in the page, a PDF in a tab of its own, anything else is downloaded. */
export function FileLink<T extends ViewedFile>({ file, className, onView }: Props<T>) {
  if (isPicture(file)) return <button type="button" className={`link-button ${className ?? ''}`} onClick={() => onView(file)}>{file.name}</button>;
  if (isPdf(file)) return <a className={className} href={contentUrl(file.id, true)} target="_blank" rel="noreferrer">{file.name}</a>;
  return <a className={className} href={contentUrl(file.id)} download={file.name}>{file.name}</a>;
}
