import { Button, type ButtonProps } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { ACCEPTED } from './files';

interface Props extends ButtonProps {
  label: string;
  /** Said in a tooltip: which kinds of files are taken. */
  hint?: string;
  /** What the dialog of the device offers; the server judges by the content. */
  accept?: string;
  onFiles: (files: File[]) => void;
}

export function UploadButton({ label, hint, accept = ACCEPTED, onFiles, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button leftSection={<IconUpload size={16} aria-hidden />} title={hint} onClick={() => input.current?.click()} {...rest}>{label}</Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          onFiles(Array.from(event.currentTarget.files ?? []));
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
