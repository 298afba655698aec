import type { Person } from '../people.js';
import { escaped } from '../web.js';

export interface TokenWishes {
  /** Such as `PK:10098610000`. */
  readonly identifier: string;
  readonly person: Person;
  readonly realm: string;
  readonly context: string;
  readonly now: Date;
  readonly assurance?: string;
  readonly issuer?: string;
  readonly format?: string;
  readonly lifeMs?: number;
}

export const ISSUER = 'http://www.latvija.lv/sts';
const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';

/** An unsigned answer in the shape that public clients of Latvija.lv keep as samples (omniauth-latvija). */
export function tokenOf({ identifier, person, realm, context, now, assurance = '4', issuer = ISSUER, format = 'urn:ivis:100001:name.id-viss', lifeMs = 4 * 3_600_000 }: TokenWishes): string {
  const from = now.toISOString();
  const to = new Date(now.getTime() + lifeMs).toISOString();
  const subject = `<saml:Subject><saml:NameIdentifier Format="${escaped(format)}">${escaped(identifier)}</saml:NameIdentifier><saml:SubjectConfirmation><saml:ConfirmationMethod>urn:oasis:names:tc:SAML:1.0:cm:bearer</saml:ConfirmationMethod></saml:SubjectConfirmation></saml:Subject>`;
  const claim = (name: string, value: string) =>
    `<saml:Attribute AttributeName="${name}" AttributeNamespace="${CLAIMS}" a:OriginalIssuer="SIMULATED" xmlns:a="http://schemas.xmlsoap.org/ws/2009/09/identity/claims"><saml:AttributeValue>${escaped(value)}</saml:AttributeValue></saml:Attribute>`;
  return `<trust:RequestSecurityTokenResponseCollection xmlns:trust="http://docs.oasis-open.org/ws-sx/ws-trust/200512"><trust:RequestSecurityTokenResponse Context="${escaped(context)}"><trust:RequestedSecurityToken><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" MajorVersion="1" MinorVersion="1" AssertionID="_${crypto.randomUUID()}" Issuer="${escaped(issuer)}" IssueInstant="${from}"><saml:Conditions NotBefore="${from}" NotOnOrAfter="${to}"><saml:AudienceRestrictionCondition><saml:Audience>${escaped(realm)}</saml:Audience></saml:AudienceRestrictionCondition></saml:Conditions><saml:AttributeStatement>${subject}${claim('givenname', person.givenName.toUpperCase())}${claim('surname', person.familyName.toUpperCase())}${claim('privatepersonalidentifier', person.code)}<saml:Attribute AttributeName="citizenQAALevel" AttributeNamespace="http://ivis.eps.gov.lv/schema/identity/claims"><saml:AttributeValue>${escaped(assurance)}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement><saml:AuthenticationStatement AuthenticationMethod="urn:ivis:100001:am-simulated" AuthenticationInstant="${from}">${subject}</saml:AuthenticationStatement></saml:Assertion></trust:RequestedSecurityToken><trust:TokenType>urn:oasis:names:tc:SAML:1.0:assertion</trust:TokenType></trust:RequestSecurityTokenResponse></trust:RequestSecurityTokenResponseCollection>`;
}
