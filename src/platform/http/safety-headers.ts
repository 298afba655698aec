import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

export interface SafetySettings {
  /** Other addresses to which a form may lead, such as identity providers. */
  readonly formTargets: readonly string[];
  /** Adds `Strict-Transport-Security`; on in production. */
  readonly secure: boolean;
}

/**
 * The headers by which a browser is told what an answer of ours may do (OWASP ASVS 5, 3.4), by name. They are the same for every answer, so Helmet is
 * asked once and not at each request, where writing the policy anew took a twelfth of a short answer's time.
 */
export function safetyHeaders({ formTargets, secure }: SafetySettings): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const keep = { setHeader: (name: string, value: string) => headers.set(name, value), removeHeader: () => undefined };
  helmet({ contentSecurityPolicy: { directives: policy(formTargets) }, referrerPolicy: { policy: 'same-origin' }, crossOriginEmbedderPolicy: false, strictTransportSecurity: secure && { maxAge: 63_072_000 } })(
    {} as IncomingMessage,
    keep as unknown as ServerResponse,
    (error) => {
      if (error) throw error;
    },
  );
  return headers;
}

const policy = (formTargets: readonly string[]) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'", ...formTargets],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  upgradeInsecureRequests: null,
});
