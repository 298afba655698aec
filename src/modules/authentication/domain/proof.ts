/** Ways in which someone outside this program proves who a person is. */
export type ProofMethod = 'smart-id' | 'eparaksts' | 'latvija-lv' | 'active-directory' | 'openid' | 'e-journal';

/** A provider of the country, which no municipality connects: a means, and of several that prove by the same one (school e-journals) whose; null means all of them. */
export interface CountryProvider {
  readonly method: ProofMethod;
  readonly issuer: string | null;
}

/** How sure a sign-in is, in the words of eIDAS (Regulation (EU) 910/2014, Article 8): one factor, two, or a certified means. */
export const LEVELS = ['low', 'substantial', 'high'] as const;
export type Level = (typeof LEVELS)[number];

/** Whether a sign-in of one level is enough where another is asked for. */
export const isAtLeast = (level: Level, asked: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(asked);

/**
 * What an outside identity provider has proven. It knows no user of ours: who it is here is decided by a link of
 * (issuer, subject) made before, or by the personal code, and never by a name or an e-mail address.
 */
export interface Proof {
  readonly method: ProofMethod;
  /** Who says so: the provider and its environment, such as `smart-id` or `ad:<connection>`. */
  readonly issuer: string;
  /** Lasting name of the person at the issuer, such as `objectGUID` or `sub`. */
  readonly subject: string;
  /** Eleven digits, when the provider says whose they are. */
  readonly personCode: string | null;
  /** As the provider writes it; for showing, never for finding anyone. */
  readonly name: string | null;
  readonly level: Level;
  /** How it was proven (RFC 8176). */
  readonly amr: readonly string[];
  /** What is kept as evidence of a confirmed account: certificate serial, hash of the document number, the provider's answer. */
  readonly evidence: Readonly<Record<string, string>>;
}
