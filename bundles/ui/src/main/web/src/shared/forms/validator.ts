import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { ID_KEY, toErrorSchema, type RJSFSchema, type UiSchema, type ValidationData, type ValidatorType } from '@rjsf/utils';
import { toErrors } from './messages';

/** Members that hold nothing are missing: spaces alone, and what the form sets to undefined. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each) ?? null);
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each)]).filter(([, each]) => each !== undefined));
}

const DRAFT = '2020-12';

/** Checks by interpreting the schema: the Content-Security-Policy allows no `eval`, which compiled validators need. */
class InterpretingValidator implements ValidatorType {
  private readonly known = new WeakMap<object, Validator>();

  rawValidation<R = OutputUnit>(schema: RJSFSchema, data?: unknown): { errors?: R[]; validationError?: Error } {
    try {
      return { errors: this.of(schema).validate(filled(data) ?? {}).errors as R[] };
    } catch (error) {
      return { errors: [], validationError: error as Error };
    }
  }

  validateFormData(data: unknown, schema: RJSFSchema, _custom?: unknown, _transform?: unknown, ui?: UiSchema): ValidationData<unknown> {
    const { errors: units = [], validationError } = this.rawValidation<OutputUnit>(schema, data);
    // A schema that cannot be read must not let anything pass; the server says the same.
    if (validationError) throw validationError;
    const errors = toErrors(units, schema, ui);
    return { errors, errorSchema: toErrorSchema(errors) };
  }

  /** Asked while the form decides which branch of a conditional schema applies. */
  isValid(schema: RJSFSchema, data: unknown, root: RJSFSchema): boolean {
    const rest: Record<string, unknown> = { ...schema, [ID_KEY]: undefined };
    const definitions = { ...(root.$defs as object), ...(rest.$defs as object) };
    try {
      return new Validator({ ...rest, $defs: definitions } as Schema, DRAFT).validate(filled(data) ?? {}).valid;
    } catch {
      return false;
    }
  }

  private of(schema: RJSFSchema): Validator {
    let validator = this.known.get(schema);
    if (!validator) {
      validator = new Validator(schema as Schema, DRAFT, false);
      this.known.set(schema, validator);
    }
    return validator;
  }
}

export const validator: ValidatorType = new InterpretingValidator();

/** What a person still has to fill in or mend, by name of the top-level member. */
export function fieldErrors(schema: RJSFSchema, ui: UiSchema, data: unknown): Map<string, string> {
  const found = new Map<string, string>();
  for (const error of validator.validateFormData(data, schema, undefined, undefined, ui).errors) {
    const name = /^\.([\w$]+)/.exec(error.property ?? '')?.[1] ?? '';
    if (!found.has(name)) found.set(name, error.message ?? '');
  }
  return found;
}
