import { englishStringTranslator, TranslatableString } from '@rjsf/utils';
import i18n from '../i18n';

const KEYS: Partial<Record<TranslatableString, string>> = {
  [TranslatableString.ArrayItemTitle]: 'item',
  [TranslatableString.EmptyArray]: 'noItems',
  [TranslatableString.YesLabel]: 'yes',
  [TranslatableString.NoLabel]: 'no',
  [TranslatableString.ErrorsLabel]: 'errors',
  [TranslatableString.AddButton]: 'add',
  [TranslatableString.AddItemButton]: 'add',
  [TranslatableString.CopyButton]: 'copy',
  [TranslatableString.MoveDownButton]: 'moveDown',
  [TranslatableString.MoveUpButton]: 'moveUp',
  [TranslatableString.RemoveButton]: 'remove',
  [TranslatableString.ClearButton]: 'clear',
  [TranslatableString.OptionalObjectAdd]: 'add',
  [TranslatableString.OptionalObjectRemove]: 'remove',
  [TranslatableString.OptionalObjectEmptyMsg]: 'notGiven',
  [TranslatableString.UnsupportedField]: 'unsupported',
  [TranslatableString.UnsupportedFieldWithId]: 'unsupported',
  [TranslatableString.UnsupportedFieldWithReason]: 'unsupported',
  [TranslatableString.UnsupportedFieldWithIdAndReason]: 'unsupported',
};

/** The library's own words in the language of the screen. */
export function translateString(text: TranslatableString, parameters?: string[]): string {
  const key = KEYS[text];
  return key === undefined ? englishStringTranslator(text, parameters) : i18n.t(`common:form.own.${key}`);
}
