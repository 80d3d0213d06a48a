import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ByHand } from './by-hand.js';
import { Deliveries } from './deliveries.js';
import { Dropped } from './dropped.js';
import { DryRun } from './dry-run.js';
import { Gathering } from './gathering.js';
import { Letters } from './letters.js';
import { ReminderOverview } from './overview.js';
import { Planner } from './planner.js';
import { ReminderSetting } from './practice.entity.js';
import { ReminderPractices } from './practices.js';
import { Readers } from './readers.js';
import { Message, Reminder } from './reminder.entity.js';
import { Rounds } from './rounds.js';
import { Sending } from './sending.js';
import { Sent } from './sent.js';
import { StillHolds } from './still-holds.js';
import { TellingNow } from './telling-now.js';
import { Addresses } from './topics/addresses.js';
import { TOPIC_PROVIDERS, Topics } from './topics/topics.js';
import { TurnOff } from './turn-off.js';
import { ReminderWish, Wishes } from './wishes.js';

@Module({
  imports: [TypeOrmModule.forFeature([Reminder, Message, ReminderSetting, ReminderWish])],
  providers: [
    ...TOPIC_PROVIDERS,
    Addresses,
    ByHand,
    Deliveries,
    Dropped,
    DryRun,
    Gathering,
    Letters,
    Planner,
    Readers,
    ReminderOverview,
    ReminderPractices,
    Rounds,
    Sending,
    Sent,
    StillHolds,
    TellingNow,
    Topics,
    TurnOff,
    Wishes,
  ],
  exports: [
    ByHand,
    Deliveries,
    DryRun,
    Gathering,
    Planner,
    ReminderOverview,
    ReminderPractices,
    Rounds,
    Sending,
    TurnOff,
    Wishes,
  ],
})
export class RemindersModule {}
