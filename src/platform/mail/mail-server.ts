import { createTransport } from 'nodemailer';

/** One mail as it leaves the program. */
export interface OutgoingMail {
  /** Stays the same when a mail is sent again, so that it can be recognised as a repeat (RFC 5322, 3.6.4). */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands a mail to the mail server. @throws MailRefused without personal data. */
export type MailServer = (mail: OutgoingMail) => Promise<void>;

/** Why a mail was not taken, in codes alone: the server's own words quote addresses. */
export class MailRefused extends Error {
  readonly permanent: boolean;
  constructor(code: string, reply: number | undefined) {
    super(reply ? `${code} ${reply}` : code);
    // 5xx is final (RFC 5321, 4.2.1) unless it is about signing in, which the operator can put right.
    this.permanent = reply !== undefined && reply >= 500 && code !== 'EAUTH';
  }
}

/** The mail server at `smtp://` or `smtps://`, from whom all mail comes. */
export function mailServer(url: string, from: string): MailServer {
  const transport = createTransport({ url, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return async ({ id, to, subject, text }) => {
    try {
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      throw new MailRefused(code ?? 'unknown', responseCode);
    }
  };
}
