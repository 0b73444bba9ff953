import { TextInput, type TextInputProps } from '@mantine/core';
import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Props extends Omit<TextInputProps, 'onChange' | 'value'> {
  value: string;
  mask: (typed: string) => string;
  onValue: (masked: string) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
}

const significant = (text: string): number => text.replace(/[^0-9A-Za-zА-Яа-яЁё]/g, '').length;

/** An input that puts separators in while one types; the cursor stays behind the character that was typed. */
export function MaskedInput({ value, mask, onValue, inputRef, ...props }: Props) {
  const own = useRef<HTMLInputElement>(null);
  const input = inputRef ?? own;
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = input.current;
    if (!element || caret.current === null || document.activeElement !== element) return;
    let place = 0;
    for (let left = caret.current; left > 0 && place < element.value.length; place++) {
      if (significant(element.value[place]!) > 0) left -= 1;
    }
    // Behind the last character typed means behind its separator, too.
    if (caret.current >= significant(element.value)) place = element.value.length;
    element.setSelectionRange(place, place);
    caret.current = null;
  }, [value, input]);

  return (
    <TextInput
      {...props}
      ref={input}
      value={value}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        const element = event.currentTarget;
        const before = element.selectionStart ?? element.value.length;
        caret.current = significant(element.value.slice(0, before));
        onValue(mask(element.value));
      }}
    />
  );
}
