import type { Field } from './field.js';
import { type DataFile, FILES } from './files.js';
import type { ExportedRecord, WrittenFile } from './write-csv.js';

export const ONEROSTER = '/ims/oneroster';
export const ROSTERING = `${ONEROSTER}/rostering/v1p2`;
export const GRADEBOOK = `${ONEROSTER}/gradebook/v1p2`;

/** What an object of each kind is called in the REST binding, and which service has it. */
export const OBJECTS = {
  orgs: { single: 'org', root: ROSTERING },
  academicSessions: { single: 'academicSession', root: ROSTERING },
  courses: { single: 'course', root: ROSTERING },
  classes: { single: 'class', root: ROSTERING },
  users: { single: 'user', root: ROSTERING },
  enrollments: { single: 'enrollment', root: ROSTERING },
  demographics: { single: 'demographics', root: ROSTERING },
  categories: { single: 'category', root: GRADEBOOK },
  lineItems: { single: 'lineItem', root: GRADEBOOK },
  results: { single: 'result', root: GRADEBOOK },
  scoreScales: { single: 'scoreScale', root: GRADEBOOK },
} as const satisfies Partial<Record<DataFile, { single: string; root: string }>>;
export type ObjectFile = keyof typeof OBJECTS & WrittenFile;

/** The name of a column in the REST binding: what names a record loses `SourcedId`, and lists of them take an s. */
export const jsonName = ({ name, form }: Field): string => (form === 'ids' ? name.replace('SourcedIds', 's') : form === 'id' ? name.replace('SourcedId', '') : name);

/** A learning outcome assessed under a result. */
export interface AssessedOutcome {
  readonly source: string;
  readonly code: string;
  readonly value: string;
}

/** A record as the REST binding writes it; columns without a value are left out, passwords always. */
export function jsonOf(file: ObjectFile, record: ExportedRecord, address: string, outcomes: readonly AssessedOutcome[] = []): Record<string, unknown> {
  const given = (name: string) => (record[name] === null || record[name] === undefined ? '' : String(record[name] as string));
  const json: Record<string, unknown> = {
    sourcedId: record['sourcedId'],
    status: record['isWithdrawn'] === true ? 'tobedeleted' : 'active',
    dateLastModified: record['dateLastModified'] instanceof Date ? record['dateLastModified'].toISOString() : undefined,
  };
  for (const field of FILES[file].fields) {
    const value = given(field.name);
    if (value !== '' && field.name !== 'password') json[jsonName(field)] = valueOf(field, value, address);
  }
  if (file === 'users') json['roles'] = rolesOf(record['roles'] as readonly StoredRole[], address);
  if (outcomes.length > 0) json['learningObjectiveSet'] = [{ source: 'unknown', learningObjectiveResults: outcomes.map(({ code, value }) => ({ learningObjectiveId: code, textScore: value })) }];
  return json;
}

function valueOf(field: Field, value: string, address: string): unknown {
  switch (field.form) {
    case 'id':
      return refOf(field.pointer!.to, value, address);
    case 'ids':
      return value.split(',').map((id) => refOf(field.pointer!.to, id, address));
    case 'texts':
    case 'words':
      return field.name === 'userIds' ? userIdsOf(value) : value.split(',');
    case 'number':
    case 'integer':
      return Number(value);
    case 'score-scale':
      return [...value.matchAll(/\{([^{}:]+):([^{}:]+)\}/g)].map(([, itemValueLHS, itemValueRHS]) => ({ itemValueLHS, itemValueRHS }));
    default:
      return value;
  }
}

/** A reference to another record, with the address under which it is read. */
function refOf(file: DataFile, sourcedId: string, address: string): { href: string; sourcedId: string; type: string } {
  const object = OBJECTS[file as ObjectFile];
  return { href: `${address}${object.root}/${file}/${encodeURIComponent(sourcedId)}`, sourcedId, type: object.single };
}

const userIdsOf = (value: string) => [...value.matchAll(/\{([^{}:]*):([^{}:]*)\}/g)].map(([, type, identifier]) => ({ type, identifier }));

interface StoredRole {
  readonly role: string;
  readonly org: string;
  readonly begins: string | null;
  readonly ends: string | null;
}

/** Of an institution only one role is the primary one. */
const rolesOf = (roles: readonly StoredRole[], address: string) =>
  roles.map(({ role, org, begins, ends }, at) => ({
    roleType: roles.findIndex((one) => one.org === org) === at ? 'primary' : 'secondary',
    role,
    org: refOf('orgs', org, address),
    ...(begins && { beginDate: begins }),
    ...(ends && { endDate: ends }),
  }));
