import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { MAIL, type MailTransport } from './mail.js';
import { Notify } from './notify.js';
import { Outbox, OutboxMail } from './outbox.js';
import { Smtp } from './smtp.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxMail])],
  providers: [
    Outbox,
    {
      provide: MAIL,
      inject: [CONFIG, Outbox],
      useFactory: ({ smtpUrl, mailFrom, notify }: Config, outbox: Outbox): MailTransport => {
        if (smtpUrl !== undefined) return new Smtp(smtpUrl, mailFrom);
        return notify === undefined ? outbox : new Notify(notify);
      },
    },
  ],
  exports: [MAIL, Outbox],
})
export class MailModule {}
