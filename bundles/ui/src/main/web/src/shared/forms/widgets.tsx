import { Checkbox, Radio, Select, Textarea } from '@mantine/core';
import { enumOptionValueDecoder, enumOptionValueEncoder, type WidgetProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { DateField } from '../components/DateField';
import { Icd10Widget } from './Icd10Widget';
import { wrapperProps } from './wrapper';

const locked = (props: WidgetProps): boolean => props.disabled === true || props.readonly === true;

function TextareaWidget(props: WidgetProps) {
  const rows = typeof props.options.rows === 'number' ? props.options.rows : 3;
  return (
    <Textarea
      {...wrapperProps(props)}
      autosize
      minRows={rows}
      maxRows={Math.max(rows, 14)}
      maxLength={props.schema.maxLength}
      placeholder={props.placeholder || undefined}
      value={typeof props.value === 'string' ? props.value : ''}
      disabled={locked(props)}
      onChange={(event) => props.onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      onFocus={(event) => props.onFocus(props.id, event.currentTarget.value)}
      onBlur={(event) => props.onBlur(props.id, event.currentTarget.value)}
    />
  );
}

function DateWidget(props: WidgetProps) {
  return (
    <DateField
      {...wrapperProps(props)}
      clearable={!props.required}
      value={typeof props.value === 'string' && props.value !== '' ? props.value : null}
      disabled={locked(props)}
      onChange={(value) => props.onChange(value ?? undefined)}
      onFocus={() => props.onFocus(props.id, props.value)}
      onBlur={() => props.onBlur(props.id, props.value)}
    />
  );
}

/** «Да» and «Нет», and neither until somebody chose. */
function YesNoWidget(props: WidgetProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      {...wrapperProps(props)}
      value={props.value === true ? 'yes' : props.value === false ? 'no' : ''}
      onChange={(value) => props.onChange(value === 'yes')}
    >
      <div className="form-choices">
        {(['yes', 'no'] as const).map((value) => (
          <Radio key={value} id={`${props.id}-${value}`} value={value} label={t(`form.own.${value}`)} disabled={locked(props)} onFocus={() => props.onFocus(props.id, props.value)} />
        ))}
      </div>
    </Radio.Group>
  );
}

function CheckboxWidget(props: WidgetProps) {
  return (
    <Checkbox
      {...wrapperProps(props)}
      required={false}
      checked={props.value === true}
      disabled={locked(props)}
      onChange={(event) => props.onChange(event.currentTarget.checked ? true : undefined)}
      onFocus={() => props.onFocus(props.id, props.value)}
      onBlur={() => props.onBlur(props.id, props.value)}
    />
  );
}

const optionsOf = (props: WidgetProps) =>
  (props.options.enumOptions ?? []).map((option, index) => ({ value: enumOptionValueEncoder(option.value, index), label: option.label, option: option.value as unknown }));
const chosenOf = (props: WidgetProps): string | null => optionsOf(props).find((each) => each.option === props.value)?.value ?? null;
const decode = (props: WidgetProps, value: string | null): unknown => (value === null ? undefined : enumOptionValueDecoder(value, props.options.enumOptions));

function SelectWidget(props: WidgetProps) {
  const options = optionsOf(props);
  return (
    <Select
      {...wrapperProps(props)}
      data={options.map(({ value, label }) => ({ value, label }))}
      value={chosenOf(props)}
      placeholder={props.placeholder || undefined}
      searchable={options.length > 10}
      clearable={!props.required}
      allowDeselect={!props.required}
      disabled={locked(props)}
      comboboxProps={{ withinPortal: true }}
      onChange={(value) => props.onChange(decode(props, value))}
      onFocus={() => props.onFocus(props.id, props.value)}
      onBlur={() => props.onBlur(props.id, props.value)}
    />
  );
}

function RadioWidget(props: WidgetProps) {
  return (
    <Radio.Group {...wrapperProps(props)} value={chosenOf(props) ?? ''} onChange={(value) => props.onChange(decode(props, value))}>
      <div className={props.options.inline === false ? 'form-choices form-choices-column' : 'form-choices'}>
        {optionsOf(props).map(({ value, label }) => (
          <Radio key={value} id={`${props.id}-${value}`} value={value} label={label} disabled={locked(props)} onFocus={() => props.onFocus(props.id, props.value)} />
        ))}
      </div>
    </Radio.Group>
  );
}

export const widgets = {
  TextareaWidget, DateWidget, CheckboxWidget, SelectWidget, RadioWidget,
  textarea: TextareaWidget, date: DateWidget, checkbox: CheckboxWidget, select: SelectWidget, radio: RadioWidget, yesNo: YesNoWidget, icd10: Icd10Widget,
  // By the format of the schema, as the server knows it.
  icd: Icd10Widget,
};
