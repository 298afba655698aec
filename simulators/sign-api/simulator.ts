import { constants, createHash, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';
import type { Clock } from '#kernel/clock.js';
import { answered, stamped } from '../trust-services/answers.js';
import type { Holder, Kind, TrustServicesAuthority } from '../trust-services/authority.js';
import { integer, nil, octetString, oid, seq, tlv } from '../trust-services/der.js';
import { pkcs12Of } from '../trust-services/pkcs12.js';
import { bearerTokens } from '../bearer-tokens.js';
import { type Asked, json, page, type Said, serve, type Serving } from '../web.js';
import { type DigestOfFile, signatureOver } from './signature.js';
import { storedZip } from './stored-zip.js';

/** How the service misbehaves; a test changes it between calls. */
export interface SignApiBehaviour {
  down: boolean;
  /** Tokens are refused though they are still valid, so many times. */
  forgetsTokens: number;
  /** It seals, but its answer to the call of this number never comes. */
  losesAnswerTo: number;
  /** What is signed instead: another digest, another name, by another seal, or with a stamp of a stranger. */
  signs: 'asked' | 'other digest' | 'other name' | 'by another seal' | 'without time stamp' | 'with a revoked certificate';
  /** A container with the signature alone, or the file of the signature itself. */
  gives: 'container' | 'signature';
}

export interface SignApi extends Serving {
  readonly settings: {
    readonly url: string;
    readonly tokenUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly password: string;
    /** PEM of the key under which passwords travel, and of the certificate that pays for time stamps. */
    readonly publicKey: string;
    readonly certificate: string;
  };
  readonly behaviour: SignApiBehaviour;
  /** How often each method was asked, and how many files were sealed. */
  readonly asked: Record<string, number>;
  /** A seal in a file, as it is given to its owner: only those that were given are known. */
  seal(kind: Kind): Buffer;
}

interface Session {
  readonly files: DigestOfFile[];
  signatures: string[];
}

const USUAL: SignApiBehaviour = { down: false, forgetsTokens: 0, losesAnswerTo: 0, signs: 'asked', gives: 'container' };
export const usualSignApiBehaviour = (): SignApiBehaviour => ({ ...USUAL });

const [CLIENT, SECRET, PASSWORD] = ['vienkopus', 'simulated-client', 'simulated-seal'];
const TOKEN_SECONDS = 600;
const SCOPE = 'urn:safelayer:eidas:oauth:token:introspect';
const TOKEN_PATH = '/trustedx-authserver/oauth/lvrtc-eipsign-as/token';
const CONTAINER = 'application/vnd.etsi.asic-e+zip';

/** LVRTC's SignAPI for seals in a file: sessions, digests of files, `eSealCreate`, and what was sealed. The authority is that of the simulated trust services. */
export async function startSignApi({ port, authority, clock }: { port: number; authority: TrustServicesAuthority; clock: Clock }): Promise<SignApi> {
  const behaviour = usualSignApiBehaviour();
  const asked: Record<string, number> = {};
  const tokens = bearerTokens({ id: CLIENT, secret: SECRET, scope: SCOPE }, TOKEN_SECONDS, clock, behaviour);
  const [sessions, given] = [new Map<string, Session>(), new Map<string, Holder>()];
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const count = (method: string) => void (asked[method] = (asked[method] ?? 0) + 1);

  const serving = await serve(port, (request) => {
    if (behaviour.down) return { status: 503 };
    if (request.method === 'POST' && request.path === TOKEN_PATH) return token(request);
    if (!request.path.startsWith('/api-')) return page('SignAPI', 'LVRTC SignAPI 1.0', '<p><code>/api-session</code>, <code>/api-storage</code>, <code>/api-sign</code></p>');
    if (!tokens.isGood(request)) return refused('invalid token', 401);
    return route(request);
  });

  function route(request: Asked): Said {
    const [area, , ...rest] = request.path.slice(1).split('/');
    if (area === 'api-session' && rest[0] === 'start') return start();
    if (area === 'api-sign' && rest[0]?.toLowerCase() === 'esealcreate' && request.method === 'POST') return eSealCreate(JSON.parse(request.body) as Wish);
    const session = sessions.get(rest[0] ?? '');
    if (!session) return refused('no such session', 404);
    if (area === 'api-session' && rest[1] === 'close') return close(rest[0]!);
    if (area !== 'api-storage') return refused('no such method', 404);
    if (rest[1] === 'addDocumentDigest' && request.method === 'POST') return addDigests(session, JSON.parse(request.body) as { files?: DigestOfFile[] });
    if (rest[1] === 'list') return list(session);
    return download(session, rest[1] ?? '');
  }

  function token(request: Asked): Said {
    count('token');
    return tokens.give(request) ?? refused('invalid_client', 401);
  }

  function start(): Said {
    count('start');
    const sessionId = randomBytes(32).toString('hex');
    sessions.set(sessionId, { files: [], signatures: [] });
    return json({ data: { sessionId } }, 201);
  }

  function close(id: string): Said {
    count('close');
    sessions.delete(id);
    return json({ data: 'OK' });
  }

  function addDigests(session: Session, { files }: { readonly files?: readonly DigestOfFile[] }): Said {
    count('addDocumentDigest');
    if (!files?.length || files.some(({ name, digest }) => !name || Buffer.from(digest, 'base64').length !== 32)) return refused('files');
    session.files.push(...files.map(({ name, digest }) => ({ name, digest })));
    return json({ data: session.files.map(({ name }, index) => ({ id: `digest-${index}`, name, size: 0, type: 'digest' })) });
  }

  interface Wish {
    readonly sessions: readonly { readonly sessionId: string }[];
    readonly signKey: string;
    readonly signKeyPassword: string;
    readonly signAsPdf: boolean;
    readonly authCertificate: string;
  }

  function eSealCreate({ sessions: named, signKey, signKeyPassword, signAsPdf, authCertificate }: Wish): Said {
    count('eSealCreate');
    const holder = given.get(createHash('sha256').update(signKey).digest('hex'));
    if (!holder || passwordIn(signKeyPassword) !== PASSWORD || signAsPdf || authCertificate !== Buffer.from(authority.holders['seal-advanced'].certificate.rawData).toString('base64')) return refused('seal');
    const found = named.map(({ sessionId }) => (sessions.get(sessionId)));
    if (found.some((one) => !one || one.files.length === 0)) return refused('no such session', 404);
    for (const session of found as Session[]) {
      count('sealed');
      session.signatures.push(sealed(session, holder));
    }
    if (asked['eSealCreate'] === behaviour.losesAnswerTo) return { status: 504 };
    return json({ data: { results: named.map(({ sessionId }) => ({ sessionId, result: 'OK' })) } });
  }

  function passwordIn(encrypted: string): string | null {
    try {
      return privateDecrypt({ key: keys.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, Buffer.from(encrypted, 'base64')).toString('utf8');
    } catch {
      return null;
    }
  }

  function sealed({ files }: Session, asker: Holder): string {
    const { signs } = behaviour;
    const holder = signs === 'by another seal' ? authority.holders['seal-rsa'] : asker;
    const other = signs === 'other digest' ? files.map((one) => ({ ...one, digest: createHash('sha256').update('another file').digest('base64') })) : signs === 'other name' ? files.map((one) => ({ ...one, name: `other-${one.name}` })) : files;
    const at = clock.now();
    const whole = signatureOver(other, holder, at, {
      chain: [authority.issuing, authority.root],
      stamp: (over) => stamped(stampRequest(over), { by: authority.holders.tsa, at }).subarray(9),
      answer: () => answered(answerRequest(holder, authority.issuing), { by: authority.holders.responder, at: new Date(Math.ceil(at.getTime() / 1_000) * 1_000), status: () => (signs === 'with a revoked certificate' ? 'revoked' : 'good') }),
    });
    return signs === 'without time stamp' ? whole.replace(/<xades:SignatureTimeStamp.*<\/xades:SignatureTimeStamp>/, '') : whole;
  }

  /** Digests, and for each seal what it made. */
  const list = ({ files, signatures }: Session): Said =>
    json({
      data: [
        ...files.map(({ name }, index) => ({ id: `digest-${index}`, name, size: 0, type: 'digest' })),
        ...signatures.map((_, index) => ({ id: `made-${index}`, name: behaviour.gives === 'container' ? `${files[0]!.name}.edoc` : `signatures${index}.xml`, size: 1, type: 'file' })),
      ],
    });

  function download({ signatures }: Session, id: string): Said {
    count('download');
    const xml = /^made-\d+$/.test(id) ? signatures[Number(id.slice(5))] : undefined;
    if (!xml) return refused('no such file', 404);
    const body = behaviour.gives === 'signature' ? Buffer.from(xml) : storedZip([['mimetype', Buffer.from(CONTAINER)], ['META-INF/edoc-signatures-S1.xml', Buffer.from(xml)]]);
    return { headers: { 'content-type': 'application/octet-stream' }, body };
  }

  return {
    ...serving,
    settings: {
      url: serving.address,
      tokenUrl: `${serving.address}${TOKEN_PATH}`,
      clientId: CLIENT,
      clientSecret: SECRET,
      password: PASSWORD,
      publicKey: keys.publicKey.export({ type: 'spki', format: 'pem' }) as string,
      certificate: authority.holders['seal-advanced'].certificate.toString('pem'),
    },
    behaviour,
    asked,
    seal(kind) {
      const file = pkcs12Of(authority.holders[kind], [authority.issuing, authority.root], PASSWORD);
      given.set(createHash('sha256').update(file.toString('base64')).digest('hex'), authority.holders[kind]);
      return file;
    },
  };
}

const SHA_256 = seq(oid('2.16.840.1.101.3.4.2.1'), nil);
const stampRequest = (over: Buffer): Buffer => seq(integer('1'), seq(SHA_256, octetString(createHash('sha256').update(over).digest())), integer(randomBytes(8).toString('hex')), tlv(0x01, Buffer.from([0xff])));

/** RFC 6960, 4.1.1; the key of the issuer is a point of P-384, the last 97 bytes of its SubjectPublicKeyInfo. */
function answerRequest({ certificate }: Holder, issuer: Holder): Buffer {
  const sha1 = (bytes: Uint8Array) => octetString(createHash('sha1').update(bytes).digest());
  const name = seq(seq(oid('1.3.14.3.2.26'), nil), sha1(Buffer.from(issuer.certificate.subjectName.toArrayBuffer())), sha1(Buffer.from(issuer.certificate.publicKey.rawData).subarray(-97)), integer(certificate.serialNumber));
  return seq(seq(seq(seq(name))));
}

const refused = (message: string, status = 400): Said => json({ error: { message: `SIMULATED: ${message}` } }, status);
