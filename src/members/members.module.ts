import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GroupMembership, Member, TermOfOffice } from './member.entity.js';
import { Members } from './members.js';
import { Seat, SeatHolding } from './seat.entity.js';
import { Seats } from './seats.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Member, TermOfOffice, GroupMembership, Seat, SeatHolding])],
  providers: [Members, Seats],
  exports: [Members, Seats],
})
export class MembersModule {}
