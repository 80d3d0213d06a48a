export { isMailAddress } from './mail-address.js';
export { MAIL, MailRefused } from './mail.js';
export type { Handed, Mail, MailTransport } from './mail.js';
export { MailModule } from './mail.module.js';
export { keepsMail, Outbox, OutboxMail } from './outbox.js';
