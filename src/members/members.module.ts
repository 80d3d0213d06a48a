import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarKey } from './calendar-key.entity.js';
import { CalendarKeys } from './calendar-keys.js';
import { ManyMembers } from './many-members.js';
import { GroupMembership, Member, TermOfOffice } from './member.entity.js';
import { Members } from './members.js';
import { Seat, SeatHolding } from './seat.entity.js';
import { Seats } from './seats.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([CalendarKey, Member, TermOfOffice, GroupMembership, Seat, SeatHolding]),
  ],
  providers: [CalendarKeys, ManyMembers, Members, Seats],
  exports: [CalendarKeys, ManyMembers, Members, Seats],
})
export class MembersModule {}
