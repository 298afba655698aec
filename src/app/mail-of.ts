import { type MailServer, mailServer } from '#platform/mail/mail-server.js';
import type { Config } from './config.js';

/** The mail server that the settings name; none where mail is only shown on a page. */
export const mailOf = ({ SMTP_URL, MAIL_FROM }: Config): MailServer | null => (SMTP_URL ? mailServer(SMTP_URL, MAIL_FROM) : null);
