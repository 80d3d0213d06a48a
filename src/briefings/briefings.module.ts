import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BriefingEdition } from './briefing-edition.entity.js';
import { Briefings } from './briefings.js';
import { HeldInterests } from './held-interests.js';
import { KnownCouncils } from './known-council.js';
import { KnownMembers } from './known-members.js';
import { PreparedItems } from './prepared-items.js';
import { Forecasts } from './forecasts.js';
import { Editions } from './editions.js';
import { MeetingsOfMember } from './meetings-of-member.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([BriefingEdition])],
  providers: [
    ...[Briefings, Editions, Forecasts, HeldInterests, KnownCouncils, KnownMembers, MeetingsOfMember],
    PreparedItems,
  ],
  exports: [Briefings, Editions, Forecasts, MeetingsOfMember],
})
export class BriefingsModule {}
