import { Global, Module } from '@nestjs/common';
import { DisclosuresModule } from '../disclosures/index.js';
import { AfterDisclosure } from './after-disclosure.js';
import { ByTheCode } from './by-the-code.js';
import { Duties } from './duties.js';
import { FirstTellings } from './first-tellings.js';
import { GiftsNotSent } from './gifts-not-sent.js';
import { HeldMeetings } from './held-meetings.js';

@Global()
@Module({
  imports: [DisclosuresModule],
  providers: [AfterDisclosure, ByTheCode, Duties, FirstTellings, GiftsNotSent, HeldMeetings],
  exports: [AfterDisclosure, ByTheCode, Duties, GiftsNotSent],
})
export class DutiesModule {}
