import { Global, Module } from '@nestjs/common';
import { DisclosuresModule } from '../disclosures/index.js';
import { AfterDisclosure } from './after-disclosure.js';
import { Duties } from './duties.js';

@Global()
@Module({
  imports: [DisclosuresModule],
  providers: [AfterDisclosure, Duties],
  exports: [AfterDisclosure, Duties],
})
export class DutiesModule {}
