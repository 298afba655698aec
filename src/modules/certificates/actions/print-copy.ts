import { z } from 'zod';
import { claimAddress } from '#modules/checking/public.js';
import { Conflict } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { renderCertificate } from '#platform/documents/public.js';
import { copyName } from '../domain/number.js';
import { ATTESTATION, claimedOf, isUnpaid, PRINTED_IN, wordsOfCopy } from '../domain/paper.js';
import { deliverPaper } from '../permissions.js';
import { findOriginal } from '../store/paper.js';
import { NO_LONGER_HOLDS, NOT_PAID, NOT_THIS_STEP } from '../texts.js';
import { getRequest, requestFacts } from './paper.js';

/** The printed copy of a sealed certificate, with a code that says the least by which a reader sees whether the paper was changed. */
export const printCopy = writeAction({
  name: 'certificates.print-copy',
  title: { lv: 'Sagatavota sertifikāta izdruka', en: 'Printed copy of a certificate made' },
  permission: deliverPaper,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const request = await getRequest(context, id);
    const original = await findOriginal(context.tx, request.certificateId);
    if (!original || !PRINTED_IN.includes(request.state)) throw new Conflict('not-this-step', NOT_THIS_STEP);
    if (isUnpaid(request)) throw new Conflict('not-paid', NOT_PAID);
    if (original.isRevoked) throw new Conflict('certificate-revoked', NO_LONGER_HOLDS);
    const { number, version, page, draftedAt, edocSha256 } = original;
    const address = await claimAddress(context, claimedOf(original));
    const words = wordsOfCopy({ number, edocSha256, checkAt: `${context.installation.publicUrl}/check` });
    return { ...request, name: copyName(number, version), content: await renderCertificate(page, { issuedAt: draftedAt, copy: { address, codeInWords: words[0]!, words, attestation: ATTESTATION } }) };
  },
  audit: ({ output }) => requestFacts(output),
});
