import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { storeFiles } from '#platform/files/store-files.js';
import { archivedName } from '../domain/number.js';
import { keepArchiveStamps } from '../store/proofs.js';
import { beatRenewal } from '../store/renewals.js';

const Made = z.object({
  certificateId: z.uuid(), number: z.string(), version: z.number(), personId: z.uuid(), place: z.number(), content: z.instanceof(Buffer), stampedAt: z.date(), goodUntil: z.date(),
  hashBits: z.union([z.literal(256), z.literal(384), z.literal(512)]),
});
/** A certificate's file with one more archive time stamp, checked and not yet kept. */
export type MadeStamp = z.infer<typeof Made>;

/** Keeps files with their new archive time stamps: from now on these are given, and the files before them stay. */
export const keepArchived = writeAction({
  name: 'certificates.keep-archived',
  title: { lv: 'Sertifikātam pievienots arhīva laika zīmogs', en: 'Archive time stamp added to a certificate' },
  permission: JOBS_ALONE,
  input: z.object({ renewalId: z.uuid(), runId: z.uuid(), made: z.array(Made) }),
  async run({ tx, now }, { renewalId, runId, made }) {
    await beatRenewal(tx, { renewalId, runId }, now);
    const files = await storeFiles(tx, made.map(({ number, version, place, content }) => ({ name: archivedName(number, version, place), type: CONTAINER_TYPE, content })), 'certificates.renew', now);
    await keepArchiveStamps(tx, made.map(({ certificateId, place, stampedAt, goodUntil, hashBits }, at) => ({ certificateId, place, renewalId, fileId: files[at]!.id, sha256: files[at]!.sha256, size: files[at]!.size, stampedAt, goodUntil, hashBits })));
    return made.map(({ personId }) => personId);
  },
  audit: ({ output }) => ({ subjects: output, facts: { archived: output.length } }),
});

const CONTAINER_TYPE = 'application/vnd.etsi.asic-e+zip';
