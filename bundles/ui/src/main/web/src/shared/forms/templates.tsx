import { Title } from '@mantine/core';
import {
  buttonId, canExpand, type FieldTemplateProps, getUiOptions, type ObjectFieldTemplateProps, type TitleFieldProps,
} from '@rjsf/utils';
import { useContext } from 'react';
import { Notes } from './notes';

const nameOf = (id: string): string => id.replace(/^[^_]*_/, '');

/** Labels, descriptions and errors belong to the inputs themselves. */
function FieldTemplate(props: FieldTemplateProps) {
  const note = useContext(Notes);
  if (props.hidden) return <div hidden>{props.children}</div>;
  return (
    <>
      {props.children}
      {props.help}
      {note?.(nameOf(props.id))}
    </>
  );
}

/** Two columns where the route asks for halves, one on a phone. */
function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const { title, description, properties, schema, uiSchema, registry, fieldPathId, formData, onAddProperty, disabled, readonly } = props;
  const { ButtonTemplates: { AddButton } } = registry.templates;
  const root = fieldPathId.path.length === 0;
  const fields = (
    <div className="form-grid">
      {properties.filter((element) => !element.hidden).map((element) => {
        const { width } = getUiOptions(uiSchema?.[element.name]);
        return <div key={element.name} className={width === 'half' ? 'form-half' : 'form-whole'}>{element.content}</div>;
      })}
    </div>
  );
  const expand = canExpand(schema, uiSchema, formData) && (
    <AddButton id={buttonId(fieldPathId, 'add')} disabled={disabled || readonly} onClick={onAddProperty} uiSchema={uiSchema} registry={registry} />
  );
  // The page names the form already.
  if (root) return <>{fields}{expand}</>;
  return (
    <fieldset className="form-group" id={fieldPathId.$id}>
      {title && <legend>{title}</legend>}
      {description && <p className="form-description">{description}</p>}
      {fields}
      {expand}
    </fieldset>
  );
}

function TitleFieldTemplate({ id, title }: TitleFieldProps) {
  return title ? <Title order={2} id={id} size="h3">{title}</Title> : null;
}

export const templates = { FieldTemplate, ObjectFieldTemplate, TitleFieldTemplate };
