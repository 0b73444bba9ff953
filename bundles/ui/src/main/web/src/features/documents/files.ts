/** What the server takes (it looks at the content, not at these names). */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,.dcm,application/dicom,text/plain,.docx,.xlsx';

export type FileKind = 'pdf' | 'image' | 'dicom' | 'text' | 'word' | 'sheet' | 'other';

const KINDS: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'application/dicom': 'dicom',
  'text/plain': 'text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'sheet',
};

export const kindOf = (type: string): FileKind => KINDS[type.split(';')[0] ?? ''] ?? (type.startsWith('image/') ? 'image' : 'other');

/** What every supported browser can draw. */
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp']);

export const isPicture = (file: { type: string }): boolean => PICTURES.has(file.type);
export const isPdf = (file: { type: string }): boolean => kindOf(file.type) === 'pdf';

/** What opens in the page. */
export const isViewable = (file: { type: string }): boolean => isPicture(file) || isPdf(file);

/** Files of a paste or a drop. */
export function filesOf(transfer: DataTransfer | null): File[] {
  if (!transfer) return [];
  return Array.from(transfer.items)
    .filter((item) => item.kind === 'file')
    .map((item) => item.getAsFile())
    .filter((file): file is File => file !== null);
}

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** A name for a picture that was pasted and so has none of its own: browsers call all of them «image.png». */
export function nameOfFile(file: File, now: Date = new Date()): string {
  const extension = EXTENSIONS[file.type];
  if (file.name !== '' && !(extension && /^image\.\w+$/.test(file.name))) return file.name;
  const two = (n: number) => String(n).padStart(2, '0');
  const stamp = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}-${two(now.getMinutes())}-${two(now.getSeconds())}`;
  return `${stamp}.${extension ?? 'bin'}`;
}
