import { Readable } from 'node:stream';
import { z } from 'zod';
import { CANDIDATE_KINDS } from '#modules/exams/public.js';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { downloadForSchool } from '../actions/hand-out.js';
import { type ShownCertificate, viewCertificate, viewSittingCertificates } from '../actions/view-certificates.js';
import { CHANNELS, HOWS, STATES } from '../domain/states.js';

const tag = 'certificates';
const Shape = z.object({
  id: z.string(), number: z.string(), version: z.number(), year: z.number().describe('The calendar year in which the school year starts'), examCode: z.string(), total: z.number(), issuedOn: z.string(), state: z.enum(STATES), published: z.boolean(),
  revokedAt: z.string().nullable(), given: z.string().nullable(), family: z.string().nullable(), classTitle: z.string(), candidateAs: z.enum(CANDIDATE_KINDS), sha256: z.string().nullable(), size: z.number().nullable(), reachedHolder: z.boolean(),
});
const shown = ({ id, number, version, year, examCode, total, issuedOn, state, isVisible, revokedAt, given, family, classTitle, candidateAs, edocSha256, edocSize, hasIt }: ShownCertificate) => ({
  id, number, version, year, examCode, total, issuedOn, state, published: isVisible, revokedAt: revokedAt?.toISOString() ?? null, given, family, classTitle, candidateAs, sha256: edocSha256, size: edocSize, reachedHolder: hasIt,
});

/** Certificates for machines of those who may see them, by the rights and with the reason (`x-reason`) that the pages need. */
export const certificatesApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/certificates/sittings/{id}',
    summary: 'Certificates of an exam at one institution, a hundred at a time (`after` is the identity of the last one); schools see what is published; needs the header `x-reason`',
    tag,
    params: z.object({ id: z.string() }),
    query: z.object({ after: z.string().optional() }),
    answer: z.object({ sittingId: z.string(), next: z.string().nullable(), certificates: z.array(Shape) }),
    action: viewSittingCertificates,
    present: ({ sitting, certificates, next }) => ({ sittingId: sitting.id, next, certificates: certificates.map(shown) }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/certificates/{id}',
    summary: 'One certificate with everyone who got it; needs the header `x-reason`',
    tag,
    params: z.object({ id: z.string() }),
    answer: Shape.extend({ handOuts: z.array(z.object({ at: z.string(), how: z.enum(HOWS), channel: z.enum(CHANNELS), version: z.number(), sha256: z.string() })) }),
    action: viewCertificate,
    present: ({ certificate, handOuts }) => ({ ...shown(certificate), handOuts: handOuts.map(({ at, how, channel, version, sha256 }) => ({ at: at.toISOString(), how, channel, version, sha256 })) }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/certificates/{id}/container',
    summary: 'The sealed file as it was stored (ASiC-E with a XAdES signature at level B-LT), from publication on; each fetching is kept in the ledger; needs the header `x-reason`',
    tag,
    params: z.object({ id: z.string() }),
    answer: z.any(),
    answerType: 'application/vnd.etsi.asic-e+zip',
    action: downloadForSchool,
    present: ({ content }) => Readable.from([content]),
  }),
];
