import { IconFile, IconFileSpreadsheet, IconFileText, IconFileTypePdf, IconPhoto, IconStethoscope } from '@tabler/icons-react';
import { kindOf, type FileKind } from './files';

const ICONS: Readonly<Record<FileKind, typeof IconFile>> = {
  pdf: IconFileTypePdf,
  image: IconPhoto,
  dicom: IconStethoscope,
  text: IconFileText,
  word: IconFileText,
  sheet: IconFileSpreadsheet,
  other: IconFile,
};

export function FileIcon({ type }: { type: string }) {
  const Icon = ICONS[kindOf(type)];
  return <Icon size={18} stroke={1.5} aria-hidden className="file-icon" />;
}
