import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Letters } from './letters.js';
import { Messenger } from './messenger.js';
import { Planner } from './planner.js';
import { Message, Reminder } from './reminder.entity.js';
import { Rounds } from './rounds.js';

@Module({
  imports: [TypeOrmModule.forFeature([Reminder, Message])],
  providers: [Letters, Messenger, Planner, Rounds],
  exports: [Messenger, Planner, Rounds],
})
export class RemindersModule {}
