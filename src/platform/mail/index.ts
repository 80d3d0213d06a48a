export { MAIL } from './mail.js';
export type { Mail, MailTransport } from './mail.js';
export { MailModule } from './mail.module.js';
export { Outbox, OutboxMail } from './outbox.js';
