import { lazy, type ReactNode, Suspense } from 'react';
import type { FieldProblem } from '../api/client';
import { LoadingRows } from '../components';
import type { JsonSource } from './hints';

/** What is written in a form, by the names of its schema. */
export type FormValues = Record<string, unknown>;

export interface SchemaFormProps {
  /** JSON Schema 2020-12 of an object. */
  schema: JsonSource;
  /** What to show it with; see the list in the README. */
  ui?: JsonSource | null;
  value: FormValues;
  onChange: (value: FormValues) => void;
  /** Called with what the schema knows of, when nothing is wrong any more. */
  onSubmit?: (value: FormValues) => void;
  /** Called when a submission found something wrong; the first such field has the focus. */
  onRefused?: () => void;
  /** The id of the form: a button elsewhere submits it with `type="submit" form={id}`. */
  id: string;
  /** What the server refused: `field` is a path within the form («complaints», «items/0/name»). */
  problems?: readonly FieldProblem[];
  disabled?: boolean;
  /** The field that has the cursor: where text is to be put in. */
  onField?: (name: string) => void;
  /** Stands within another form, which submits it; only the server's problems are said then. */
  nested?: boolean;
  /** What stands below a field, by its name. */
  note?: (name: string) => ReactNode;
}

const Body = lazy(() => import('./SchemaFormBody'));

/** A form made of a route's JSON Schema. It chooses nothing by itself, says what to do in plain words, and comes in a chunk of its own. */
export function SchemaForm(props: SchemaFormProps) {
  return (
    <Suspense fallback={<LoadingRows rows={5} height={32} />}>
      <Body {...props} />
    </Suspense>
  );
}
