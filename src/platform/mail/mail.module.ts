import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { MAIL, type MailTransport } from './mail.js';
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
      useFactory: (config: Config, outbox: Outbox): MailTransport =>
        config.smtpUrl === undefined ? outbox : new Smtp(config.smtpUrl, config.mailFrom),
    },
  ],
  exports: [MAIL, Outbox],
})
export class MailModule {}
