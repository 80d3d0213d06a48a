import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from './api/index.js';
import { AuditAnchorsModule, AuditModule } from './audit/index.js';
import { AuthoritiesModule } from './authorities/index.js';
import { BriefingsModule } from './briefings/index.js';
import { DisclosuresModule } from './disclosures/index.js';
import { DispensationsModule } from './dispensations/index.js';
import { DutiesModule } from './duties/index.js';
import { IdentityModule, SignInLinksModule } from './identity/index.js';
import { MeetingsModule } from './meetings/index.js';
import { MembersModule } from './members/index.js';
import type { Clock } from './platform/clock/index.js';
import type { Config } from './platform/config/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { PlatformModule } from './platform/index.js';
import type { Logger } from './platform/logging/index.js';
import { MailModule } from './platform/mail/index.js';
import { QueueModule } from './platform/queue/index.js';
import type { Sealer } from './platform/sealing/index.js';
import { RegisterModule } from './register/index.js';
import { RemindersModule } from './reminders/index.js';
import { WebModule } from './web/index.js';

/** What the rooms stand on, made before Nest is. */
export interface Foundations {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sealer: Sealer;
  /** The database as the application's own role. */
  readonly appUrl: string;
}

/** The composition: the platform, then the rooms from the ground up. */
@Module({})
export class AppModule {
  static on({ appUrl, ...parts }: Foundations): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        DatabaseModule.connectedTo(appUrl, parts.config),
        QueueModule.on(appUrl),
        MailModule,
        AuditModule,
        AuditAnchorsModule,
        IdentityModule,
        SignInLinksModule,
        AuthoritiesModule,
        MembersModule,
        RegisterModule,
        MeetingsModule,
        DispensationsModule,
        DisclosuresModule,
        DutiesModule,
        BriefingsModule,
        RemindersModule,
        // Before the pages, whose last route takes every address that is left.
        ApiModule,
        WebModule,
      ],
    };
  }
}
