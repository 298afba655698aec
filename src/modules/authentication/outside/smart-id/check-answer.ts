import { constants, createHash, verify } from 'node:crypto';
import { z } from 'zod';
import { parsePersonCode } from '#kernel/person-code.js';
import { type Outcome, proven, refused, type Whose } from '../proving.js';
import { checkCertificate, type Holder } from './certificate.js';
import { CERTIFICATE_LEVELS, type SmartIdClient } from './client.js';
import { signedText } from './rules.js';
import type { SmartIdState } from './state.js';
import type { SmartIdRefusal } from './texts.js';

const Base64 = z.string().regex(/^[a-zA-Z0-9+/]+={0,2}$/);

/** How a session stands (RP API 3.1, "Session status"); fields we do not know are let pass. */
export const SessionAnswer = z.object({
  state: z.enum(['RUNNING', 'COMPLETE']),
  result: z.object({ endResult: z.string(), documentNumber: z.string().optional() }).optional(),
  signatureProtocol: z.string().optional(),
  signature: z
    .object({
      value: Base64,
      serverRandom: Base64.min(24),
      userChallenge: z.string().regex(/^[\w-]{43}$/),
      flowType: z.string(),
      signatureAlgorithm: z.string(),
      signatureAlgorithmParameters: z.object({
        hashAlgorithm: z.string(),
        maskGenAlgorithm: z.object({ algorithm: z.string(), parameters: z.object({ hashAlgorithm: z.string() }) }),
        saltLength: z.number(),
        trailerField: z.string(),
      }),
    })
    .optional(),
  cert: z.object({ value: Base64, certificateLevel: z.string() }).optional(),
  interactionTypeUsed: z.string().optional(),
});
type SessionAnswer = z.infer<typeof SessionAnswer>;

/** Checks an answer that says OK against our own question; only what the person's key has signed is believed. */
export function checkAnswer({ authorities }: SmartIdClient, state: SmartIdState, answer: SessionAnswer, now: Date): Outcome<SmartIdRefusal> {
  const { signature, cert, interactionTypeUsed, result } = answer;
  if (answer.signatureProtocol !== 'ACSP_V2' || !signature || !cert || !interactionTypeUsed || !result?.documentNumber) return refused('bad-answer');
  const flow = offered(state, signature.flowType);
  if (!flow) return refused('wrong-flow');
  const holder = checkCertificate(cert.value, authorities, now);
  if (typeof holder === 'string') return refused(holder);
  if (cert.certificateLevel !== holder.level) return refused('wrong-purpose');
  if (CERTIFICATE_LEVELS.indexOf(holder.level) < CERTIFICATE_LEVELS.indexOf(state.level)) return refused('level-too-low', whoseIs(state.scheme, holder.identity));
  const { scheme, challenge, name, interactions, link } = state;
  const text = signedText({ scheme, challenge, name, interactions, flow, serverRandom: signature.serverRandom, userChallenge: signature.userChallenge, interactionUsed: interactionTypeUsed, callback: link?.callback ?? '' });
  if (!isSigned(text, signature, holder)) return refused('bad-signature');
  if (!result.documentNumber.startsWith(`${holder.identity}-`)) return refused('other-person');
  if (state.identity !== null && holder.identity !== state.identity) return refused('other-person');
  return proven({
    method: 'smart-id',
    issuer: scheme,
    subject: holder.identity,
    personCode: codeOf(holder.identity),
    name: holder.name,
    level: holder.level === 'QUALIFIED' ? 'high' : 'substantial',
    amr: ['mfa', 'pin', 'swk'],
    evidence: {
      certificateSerial: holder.certificate.serialNumber,
      documentHash: createHash('sha256').update(result.documentNumber).digest('hex'),
      certificateLevel: holder.level,
      flow,
      certificate: cert.value,
      signedText: text,
      signature: signature.value,
    },
  });
}

/** The flow of the answer, if it is one that was offered. */
function offered({ flow, link }: SmartIdState, answered: string) {
  if (flow === 'notification') return answered === 'Notification' ? answered : null;
  if (answered === 'Web2App') return link?.callback ? answered : null;
  return answered === 'QR' ? answered : null;
}

const SALT = 64;

/** RSASSA-PSS by SHA-512, as we asked; anything else the answer names is refused rather than tried. */
function isSigned(text: string, { value, signatureAlgorithm, signatureAlgorithmParameters: parameters }: NonNullable<SessionAnswer['signature']>, { certificate }: Holder): boolean {
  const asAsked =
    signatureAlgorithm === 'rsassa-pss' &&
    parameters.hashAlgorithm === 'SHA-512' &&
    parameters.maskGenAlgorithm.algorithm === 'id-mgf1' &&
    parameters.maskGenAlgorithm.parameters.hashAlgorithm === 'SHA-512' &&
    parameters.saltLength === SALT &&
    parameters.trailerField === '0xbc';
  if (!asAsked || certificate.publicKey.asymmetricKeyType !== 'rsa') return false;
  const key = { key: certificate.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT };
  return verify('sha512', Buffer.from(text, 'utf8'), key, Buffer.from(value, 'base64'));
}

/** By what the person with an identity is found here. */
export const whoseIs = (scheme: string, identity: string): Whose => ({ issuer: scheme, subject: identity, personCode: codeOf(identity) });

/** The personal code of a person of Latvia; others have an identity but no code here. */
const codeOf = (identity: string): string | null => (identity.startsWith('PNOLV-') ? parsePersonCode(identity.slice('PNOLV-'.length)) : null);
