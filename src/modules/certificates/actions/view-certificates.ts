import { z } from 'zod';
import { chooseSchools, getSchool, schoolScope, type SchoolChoices, type SchoolRow, SchoolSearch, YearInput } from '#modules/education/public.js';
import { chooseYear, getSitting, holdsExams, mayAt, seeSittings, type SittingRow } from '#modules/exams/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { deliverPaper, handOut, lookInside, sealCertificates, seeStates } from '../permissions.js';
import { countBySitting, latestYearAt, listOfSitting, type ShownCertificate, type SittingCount } from '../store/certificates.js';
import { type HandOutRow, listHandOuts } from '../store/hand-outs.js';
import { type ArchiveStampRow, listArchiveStamps } from '../store/proofs.js';
import { factsOf, getCertificate, seesUnpublished } from './scope.js';

export type { ShownCertificate };

/** Where someone arrives: at their institution, or at the list of those they are responsible for. */
export const openCertificates = readAction({
  name: 'certificates.open-start-page',
  title: { lv: 'Atvērti pārbaudījumu sertifikāti', en: 'Certificates of exams opened' },
  permission: seeStates,
  input: SchoolSearch,
  audit: NOT_PERSONAL,
  run: (context, search): Promise<SchoolChoices> => chooseSchools(context, search, holdsExams(context.today)),
});

export interface SchoolCertificates {
  readonly school: SchoolRow;
  readonly years: readonly number[];
  readonly year: number;
  readonly sittings: readonly SittingCount[];
}

/** The sittings of an institution in a year that have published certificates, and how many have not reached their holders; nobody is named. */
export const openSchoolCertificates = readAction({
  name: 'certificates.open-school',
  title: { lv: 'Apskatīti iestādes sertifikāti', en: 'Certificates of an institution looked at' },
  permission: seeStates,
  input: z.object({ regNr: z.string(), year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, year: wanted }): Promise<SchoolCertificates> {
    const school = await getSchool(context, regNr);
    const { years, year } = await chooseYear(context, wanted ?? (await latestYearAt(context.tx, school.id, context.now)));
    return { school, years, year, sittings: await countBySitting(context.tx, school.id, year, context.now) };
  },
});

const PAGE = 100;

export interface SittingCertificates {
  readonly sitting: SittingRow;
  readonly certificates: readonly ShownCertificate[];
  readonly next: string | null;
  /** Only those who have not got theirs. */
  readonly withoutIt: boolean;
  readonly mayHandOut: boolean;
  readonly maySeal: boolean;
  /** Whether the sitting itself opens to them. */
  readonly maySeeSitting: boolean;
}

/** Everybody's certificates of a sitting: numbers, and who has theirs. A school sees them from publication on, the agency how far each is before it. */
export const viewSittingCertificates = readAction({
  name: 'certificates.view-sitting',
  title: { lv: 'Apskatīti norises sertifikāti', en: 'Certificates of a sitting looked at' },
  permission: seeStates,
  input: z.object({ id: z.uuid(), show: z.enum(['missing', '']).default(''), after: emptyAsNull(z.uuid()) }),
  reasonNeeded: true,
  async run(context, { id, show, after }): Promise<SittingCertificates> {
    const { tx, today, now } = context;
    const sitting = await getSitting(context, id);
    const found = await listOfSitting(tx, { sittingId: id, scope: await schoolScope(context), today, now, alsoUnseen: seesUnpublished(context.scope), withoutIt: show === 'missing', after, limit: PAGE + 1 });
    const certificates = found.slice(0, PAGE);
    return {
      sitting, certificates, withoutIt: show === 'missing', next: found.length > PAGE ? certificates.at(-1)!.id : null,
      mayHandOut: await mayAt(context, handOut, sitting.institutionId), maySeal: await mayAt(context, sealCertificates, sitting.institutionId), maySeeSitting: await mayAt(context, seeSittings, sitting.institutionId),
    };
  },
  audit: ({ output }) => ({ subjects: output.certificates.map(({ personId }) => personId), facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year, found: output.certificates.length } }),
});

export interface CertificateCard {
  readonly certificate: ShownCertificate;
  readonly handOuts: readonly HandOutRow[];
  readonly archiveStamps: readonly ArchiveStampRow[];
  readonly mayHandOut: boolean;
  readonly mayLookInside: boolean;
  readonly mayDeliver: boolean;
}

const MOST_HAND_OUTS = 200;

/** One certificate: what it is, how far, and everyone who got it. Its content is not shown here. */
export const viewCertificate = readAction({
  name: 'certificates.view-certificate',
  title: { lv: 'Apskatīts sertifikāta izsniegšanas žurnāls', en: 'Ledger of a certificate looked at' },
  permission: seeStates,
  input: z.object({ id: z.uuid() }),
  reasonNeeded: true,
  async run(context, { id }): Promise<CertificateCard> {
    const certificate = await getCertificate(context, id);
    const at = (permission: typeof handOut) => mayAt(context, permission, certificate.institutionId);
    return { certificate, archiveStamps: await listArchiveStamps(context.tx, certificate.id), handOuts: await listHandOuts(context.tx, certificate.number, MOST_HAND_OUTS), mayHandOut: await at(handOut), mayLookInside: await at(lookInside), mayDeliver: await at(deliverPaper) };
  },
  audit: ({ output }) => factsOf(output.certificate),
});
