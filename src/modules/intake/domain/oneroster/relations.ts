import type { Code } from './catalogue/catalogue.js';
import type { Field, Pointer } from './field.js';
import { type DataFile, FILES, fileName } from './files.js';
import type { About, Findings } from './finding.js';
import { type IdTable, idTable } from './id-table.js';
import type { Mode } from './manifest.js';
import { shown } from './mask.js';
import type { RecordRow } from './records.js';

/** How much of a file's records the package tells: all, some (changes, a file that could not be read on), or none. */
type Known = 'all' | 'some' | 'none';

interface LineItem {
  readonly classId: string;
  readonly least: string;
  readonly greatest: string;
}

/** Compares the records of a package with each other, file after file in the order of `DATA_FILES`. */
export interface Relations {
  add(file: DataFile, mode: Mode, record: RecordRow): void;
  /** After the last record of a file; `whole` where it is a bulk file read to its end. */
  end(file: DataFile, known: Known): void;
  /** After the last file. */
  finish(): void;
}

export function relations(found: Findings): Relations {
  const ids = new Map<DataFile, IdTable>();
  const known = new Map<DataFile, Known>();
  const types = new Map<string, string>();
  const lineItems = new Map<string, LineItem>();
  const students = idTable();
  const primaryRoles = idTable();
  const roles = idTable();
  const primaryOrgs: { row: number; user: string; org: string }[] = [];
  const absentTold = new Set<string>();
  /** What names a record of its own file that may come later. */
  let waiting: { row: number; column: string; id: string }[] = [];

  const tableOf = (file: DataFile) => ids.get(file) ?? (ids.set(file, idTable()), ids.get(file)!);
  const report = (file: DataFile, row: number, code: Code, column: string, about: About = {}) => found.add(code, { file: fileName(file), row, column }, about);
  const missing = (file: DataFile, row: number, column: string, to: DataFile, id: string) =>
    report(file, row, 'target-missing', column, { expected: `${fileName(to)} → sourcedId`, actual: shown(id, false) });

  function follow(file: DataFile, mode: Mode, { row, value }: RecordRow, { name, pointer }: Field, { to, type }: Pointer) {
    for (const id of value(name).split(',')) {
      if (id === '') continue;
      if (to === file) {
        if (!tableOf(file).has(id)) waiting.push({ row, column: name, id });
      } else if (known.get(to) === 'none') {
        if (mode === 'bulk' && !absentTold.has(`${file}.${name}`)) report(file, row, 'target-file-absent', name, { expected: fileName(to), actual: shown(id, false) });
        absentTold.add(`${file}.${name}`);
      } else if (!tableOf(to).has(id)) {
        if (known.get(to) === 'all') missing(file, row, name, to, id);
      } else if (type && pointer) {
        const its = types.get(`${to}/${id}`) ?? '';
        const wrong = type.is ? its !== type.is && !its.startsWith('ext:') : its === type.not;
        if (its !== '' && wrong) report(file, row, type.otherwise, name, { expected: `${fileName(to)}: type ${type.is ? `= ${type.is}` : `≠ ${type.not}`}`, actual: `${shown(id, false)} (type = ${shown(its, false)})` });
      }
    }
  }

  /** What later files ask of this one. */
  const remember: Partial<Record<DataFile, (record: RecordRow) => void>> = {
    orgs: ({ value }) => void types.set(`orgs/${value('sourcedId')}`, value('type')),
    academicSessions: ({ value }) => void types.set(`academicSessions/${value('sourcedId')}`, value('type')),
    users: ({ row, value }) => value('primaryOrgSourcedId') !== '' && void primaryOrgs.push({ row, user: value('sourcedId'), org: value('primaryOrgSourcedId') }),
    roles: ({ row, value }) => {
      const [user, org] = [value('userSourcedId'), value('orgSourcedId')];
      if (user === '' || org === '') return;
      roles.add(pair(user, org), row);
      const before = value('roleType') === 'primary' ? primaryRoles.add(pair(user, org), row) : undefined;
      if (before !== undefined) report('roles', row, 'second-primary-role', 'roleType', { expected: 'secondary', actual: `primary (roles.csv:${before})`, suggestion: 'secondary' });
    },
    enrollments: ({ row, value }) => value('role') === 'student' && void students.add(pair(value('classSourcedId'), value('userSourcedId')), row),
    lineItems: ({ value }) => void lineItems.set(value('sourcedId'), { classId: value('classSourcedId'), least: value('resultValueMin'), greatest: value('resultValueMax') }),
    results: compareResult,
  };

  function compareResult({ row, value }: RecordRow) {
    const item = lineItems.get(value('lineItemSourcedId'));
    if (!item) return;
    const { classId, least, greatest } = item;
    const score = value('score');
    const isRange = least === '' || greatest === '' || Number(least) <= Number(greatest);
    if (score !== '' && isRange && ((least !== '' && Number(score) < Number(least)) || (greatest !== '' && Number(score) > Number(greatest)))) {
      report('results', row, 'score-out-of-range', 'score', { expected: `${least || '−∞'} … ${greatest || '∞'}`, actual: shown(score, false) });
    }
    const stated = value('classSourcedId');
    if (stated !== '' && classId !== '' && stated !== classId) {
      report('results', row, 'result-class-differs', 'classSourcedId', { expected: shown(classId, false), actual: shown(stated, false), suggestion: classId });
      return;
    }
    const student = value('studentSourcedId');
    const comparable = known.get('enrollments') === 'all' && student !== '' && tableOf('users').has(student) && tableOf('classes').has(classId);
    if (comparable && !students.has(pair(classId, student))) {
      report('results', row, 'student-not-enrolled', 'studentSourcedId', { expected: `enrollments.csv: ${shown(classId, false)}, student`, actual: shown(student, false) });
    }
  }

  return {
    add(file, mode, record) {
      const id = record.value('sourcedId');
      const before = id === '' ? undefined : tableOf(file).add(id, record.row);
      if (before !== undefined) report(file, record.row, 'duplicate-id', 'sourcedId', { actual: `${shown(id, false)} (${fileName(file)}:${before})` });
      if (record.deleted) return;
      for (const field of FILES[file].fields) if (field.pointer) follow(file, mode, record, field, field.pointer);
      remember[file]?.(record);
    },
    end(file, tells) {
      known.set(file, tells);
      if (tells === 'all') for (const { row, column, id } of waiting) if (!tableOf(file).has(id)) missing(file, row, column, file, id);
      waiting = [];
    },
    finish() {
      if (known.get('roles') !== 'all') return;
      for (const { row, user, org } of primaryOrgs) {
        const isOrg = known.get('orgs') !== 'all' || tableOf('orgs').has(org);
        if (isOrg && !roles.has(pair(user, org))) report('users', row, 'primary-org-without-role', 'primaryOrgSourcedId', { expected: `roles.csv: ${shown(user, false)}, ${shown(org, false)}`, actual: shown(org, false) });
      }
    },
  };
}

const pair = (one: string, other: string) => `${one}\u0000${other}`;
