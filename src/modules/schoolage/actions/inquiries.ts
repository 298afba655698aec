import { z } from 'zod';
import { listUnitsOn } from '#modules/territories/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import { readAction } from '#platform/actions/action.js';
import { type Permission, scopeOf } from '#platform/actions/permission.js';
import type { ExportedRows } from '#platform/spreadsheets/spreadsheet.js';
import { GROUPS } from '../domain/words.js';
import { keepInquiries, seeInquiries } from '../permissions.js';
import { listSteps, type StepRow } from '../store/changes.js';
import { countInquiries, findInquiry, type InquiryFilter, type InquiryRow, LIST_STATES, listInquiries, listVersions, streamInquiries, type VersionRow } from '../store/inquiries.js';
import { NO_SUCH_INQUIRY, NO_SUCH_MUNICIPALITY } from '../texts.js';

export type { InquiryRow, StepRow, VersionRow };

/** Why officials look here: the law makes municipalities find these children, so nobody chooses a reason. */
export const OFFICE_REASON = 'compulsory-education';

const filters = {
  state: z.preprocess((raw) => raw || 'open', z.enum(LIST_STATES)),
  group: emptyAsNull(z.enum(GROUPS)),
  atvk: emptyAsNull(z.string()),
};
const PAGE = 50;

async function filterOf({ tx, today, scope }: Pick<ActionContext, 'tx' | 'today' | 'scope'>, { state, group, atvk }: z.infer<z.ZodObject<typeof filters>>) {
  const units = (await listUnitsOn(tx, today)).filter(({ unitId }) => scope.everywhere || scope.unitIds.includes(unitId));
  const unit = atvk === null ? undefined : units.find((one) => one.atvk === atvk);
  if (atvk !== null && !unit) throw new NotFound('no-such-municipality', NO_SUCH_MUNICIPALITY);
  return { units, filter: { state, group, unitId: unit?.unitId ?? null } satisfies InquiryFilter };
}

export interface InquiryList {
  readonly inquiries: readonly InquiryRow[];
  readonly total: number;
  readonly next: string | null;
  /** Those that can be chosen from. */
  readonly units: readonly { readonly atvk: string; readonly name: string }[];
}

/** The children whom somebody looks for, by their due days. */
export const readInquiries = readAction({
  name: 'schoolage.read-inquiries',
  title: { lv: 'Apskatīts to bērnu saraksts, kas nav nevienā izglītības iestādē', en: 'List of children in no institution looked at' },
  permission: seeInquiries,
  reasonNeeded: true,
  input: z.object({ ...filters, after: emptyAsNull(z.uuid()) }),
  async run(context, { after, ...asked }): Promise<InquiryList> {
    const { tx, scope, today } = context;
    const { units, filter } = await filterOf(context, asked);
    const rows = await listInquiries(tx, filter, scope, { after, limit: PAGE + 1 }, today);
    return { inquiries: rows.slice(0, PAGE), total: await countInquiries(tx, filter, scope, today), next: rows.length > PAGE ? rows[PAGE - 1]!.id : null, units };
  },
  audit: ({ output }) => ({ subjects: output.inquiries.map(({ personId }) => personId), facts: { found: output.total } }),
});

export const exportInquiries = readAction({
  name: 'schoolage.export-inquiries',
  title: { lv: 'Izgūts to bērnu saraksts, kas nav nevienā izglītības iestādē', en: 'List of children in no institution exported' },
  permission: seeInquiries,
  reasonNeeded: true,
  input: z.object({ ...filters, format: z.enum(['xlsx', 'csv']) }),
  async run(context, { format, ...asked }): Promise<ExportedRows<InquiryRow> & { readonly subjects: readonly string[] }> {
    const { tx, scope, today } = context;
    const { filter } = await filterOf(context, asked);
    const subjects: string[] = [];
    for await (const { personId } of streamInquiries(tx, filter, scope, today)) subjects.push(personId);
    return { format, subjects, rows: streamInquiries(tx, filter, scope, today) };
  },
  audit: ({ input, output }) => ({ subjects: output.subjects, facts: { format: input.format, found: output.subjects.length } }),
});

/** An inquiry that the actor may see. @throws NotFound alike for "is not" and "may not see" */
export async function getInquiry({ tx, scope, today }: Pick<ActionContext, 'tx' | 'scope' | 'today'>, id: string): Promise<InquiryRow> {
  const found = await findInquiry(tx, id, scope, today);
  if (!found) throw new NotFound('no-such-inquiry', NO_SUCH_INQUIRY);
  return found;
}

export interface ShownInquiry {
  readonly inquiry: InquiryRow;
  readonly versions: readonly VersionRow[];
  readonly steps: readonly StepRow[];
  /** Whether the actor may work on it. */
  readonly mayKeep: boolean;
}

/** Whether the actor holds a permission where an inquiry lies. */
const holdsFor = ({ actor }: Pick<ActionContext, 'actor'>, permission: Permission, { unitId }: InquiryRow): boolean => {
  const scope = scopeOf(actor, permission);
  return scope.everywhere || (unitId !== null && scope.unitIds.includes(unitId));
};

/** Everything known of one inquiry. */
export const viewInquiry = readAction({
  name: 'schoolage.view-inquiry',
  title: { lv: 'Apskatīts, ko pašvaldība noskaidrojusi par bērnu, kas nav nevienā izglītības iestādē', en: 'What the municipality found out about a child in no institution looked at' },
  permission: seeInquiries,
  reasonNeeded: true,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<ShownInquiry> {
    const inquiry = await getInquiry(context, id);
    const [versions, steps] = [await listVersions(context.tx, id, context.today), await listSteps(context.tx, id)];
    return { inquiry, versions, steps, mayKeep: holdsFor(context, keepInquiries, inquiry) };
  },
  audit: ({ output }) => ({ subjects: [output.inquiry.personId], facts: {} }),
});
