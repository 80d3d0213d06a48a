import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { MAIL, type MailTransport } from './mail.js';
import { Notify } from './notify.js';
import { Outbox, OutboxMail } from './outbox.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxMail])],
  providers: [
    Outbox,
    {
      provide: MAIL,
      inject: [CONFIG, Outbox],
      useFactory: async ({ smtpUrl, mailFrom, notify }: Config, outbox: Outbox): Promise<MailTransport> => {
        if (smtpUrl !== undefined) {
          // Its library is large: whoever sends otherwise, or not at all, starts without it.
          const { Smtp } = await import('./smtp.js');
          return new Smtp(smtpUrl, mailFrom);
        }
        return notify === undefined ? outbox : new Notify(notify);
      },
    },
  ],
  exports: [MAIL, Outbox],
})
export class MailModule {}
