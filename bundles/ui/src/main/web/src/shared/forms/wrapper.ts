import type { WidgetProps } from '@rjsf/utils';

/** What every input of a form has: label, what is asked for, what is wrong. */
export function wrapperProps(props: WidgetProps) {
  const { id, label, hideLabel, required, rawErrors, options, schema, htmlName } = props;
  const description = options.description ?? schema.description;
  return {
    id,
    name: htmlName ?? id,
    label: hideLabel || label === '' ? undefined : label,
    description: hideLabel ? undefined : description,
    required: required === true,
    error: rawErrors && rawErrors.length > 0 ? rawErrors.join(' ') : undefined,
  };
}
