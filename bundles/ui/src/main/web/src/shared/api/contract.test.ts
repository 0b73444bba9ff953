import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/**
 * The types in `types.ts` against the REST interface as the server's own resources describe it. Whatever a type says must stand in the contract in the same
 * kind: a member that the server does not have, another kind, another set of values is a failure. The contract does not say what may
 * be null, and a page need not read every member.
 */
interface Schema {
  $ref?: string;
  type?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
}

interface Contract {
  components?: { schemas?: Record<string, Schema> };
}

const file = resolve(process.cwd(), 'src/shared/api/types.ts');
const root = resolve(process.cwd(), '../../../../..');
const read = (path: string): Contract => JSON.parse(readFileSync(path, 'utf8')) as Contract;

/** What the build just made of the resources; docs/openapi.json, which a story keeps equal to it, where nothing is built. */
function contracts(): Contract[] {
  const built = readdirSync(resolve(root, 'bundles'))
    .map((domain) => resolve(root, 'bundles', domain, 'provider/target/classes/OSGI-INF/openapi.json'))
    .filter(existsSync);
  return built.length > 0 ? built.map(read) : [read(resolve(root, 'docs/openapi.json'))];
}

/** A name that two domains use is the first domain's, as in the merged document. */
const schemas: Record<string, Schema> = Object.assign({}, ...contracts().reverse().map((contract) => contract.components?.schemas ?? {}));

/** Types whose Java record is called otherwise. */
const NAMES: Record<string, string> = {
  Calendar: 'DoctorCalendar',
  ChatMessage: 'Message',
  ChatMessages: 'MessagePage',
  ChatNote: 'Note',
  ChatParticipant: 'Participant',
  ConsultationRequest: 'Request',
  DraftRoute: 'RouteDescription',
  DraftUpdate: 'DraftChange',
  LinkChallenge: 'Challenge',
  PersonSearchResult: 'SearchAnswer',
  RequestCounters: 'Counters',
  RequestRights: 'Rights',
  ScheduleTemplate: 'Template',
  SentNotice: 'JournalEntry',
  Unread: 'UnreadCounts',
};

/** What is no body of the REST interface, or is put together from several: the members of OwnFile and RequestFile in one. */
const OTHERS = new Set(['Page', 'Hint', 'StoredDocument']);

const program = ts.createProgram([file], { strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022 });
const checker = program.getTypeChecker();
const source = program.getSourceFile(file)!;

function schemaOf(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : schemas[schema.$ref.replace('#/components/schemas/', '')]!;
}

/** The differences between a type and its schema, with the way to each. */
function differences(type: ts.Type, given: Schema, path: string): string[] {
  const schema = schemaOf(given);
  const plain = checker.getNonNullableType(type);
  if (plain.flags & ts.TypeFlags.Any || plain.flags & ts.TypeFlags.Unknown) return [];
  if (schema.enum !== undefined) return enumDifferences(plain, schema.enum, path);
  switch (schema.type) {
    case 'string':
      return plain.flags & ts.TypeFlags.StringLike || isStrings(plain) ? [] : [`${path}: a string in the contract`];
    case 'integer':
    case 'number':
      return plain.flags & ts.TypeFlags.NumberLike ? [] : [`${path}: a number in the contract`];
    case 'boolean':
      return plain.flags & ts.TypeFlags.BooleanLike ? [] : [`${path}: a boolean in the contract`];
    case 'array': {
      const element = checker.getIndexTypeOfType(plain, ts.IndexKind.Number);
      return element === undefined ? [`${path}: an array in the contract`] : differences(element, schema.items!, `${path}[]`);
    }
    default:
      return objectDifferences(plain, schema, path);
  }
}

const isStrings = (type: ts.Type): boolean => type.isUnion() && type.types.every((one) => one.flags & ts.TypeFlags.StringLike);

function enumDifferences(type: ts.Type, values: string[], path: string): string[] {
  // a plain string takes whatever comes
  if (type.flags & ts.TypeFlags.String) return [];
  const literals = type.isUnion() ? type.types : [type];
  const known = literals.map((one) => (one.isStringLiteral() ? one.value : checker.typeToString(one)));
  const unknown = values.filter((value) => !known.includes(value));
  return unknown.length === 0 ? [] : [`${path}: ${unknown.join(', ')} of the contract is not known here`];
}

function objectDifferences(type: ts.Type, schema: Schema, path: string): string[] {
  const map = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (map !== undefined) {
    return typeof schema.additionalProperties === 'object'
      ? differences(map, schema.additionalProperties, `${path}{}`)
      : [`${path}: no map in the contract`];
  }
  return type.getProperties().flatMap((property) => {
    const member = schema.properties?.[property.name];
    const way = `${path}.${property.name}`;
    return member === undefined ? [`${way}: not in the contract`] : differences(checker.getTypeOfSymbol(property), member, way);
  });
}

const interfaces = source.statements.filter(ts.isInterfaceDeclaration).filter((one) => !OTHERS.has(one.name.text));

describe('types against the contract', () => {
  test.each(interfaces.map((one) => [one.name.text, one] as const))('%s', (name, declaration) => {
    const schema = schemas[NAMES[name] ?? name];
    expect(schema, `${name} has no schema`).toBeDefined();
    expect(differences(checker.getTypeAtLocation(declaration), schema!, name)).toEqual([]);
  });

  test('a difference is found', () => {
    const chat = interfaces.find((one) => one.name.text === 'Chat')!;
    const { ...others } = schemas.Chat!.properties!;
    delete others.name;
    const wrong: Schema = { properties: { ...others, closed: { type: 'string' }, last: { type: 'string', enum: ['A'] } } };
    expect(differences(checker.getTypeAtLocation(chat), wrong, 'Chat')).toEqual([
      'Chat.name: not in the contract',
      'Chat.closed: a string in the contract',
      'Chat.last: A of the contract is not known here',
    ]);
  });
});
