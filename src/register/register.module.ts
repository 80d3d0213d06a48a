import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Drafts } from './drafts.js';
import { InterestSeal } from './interest-seal.js';
import {
  Notification,
  NotificationAnswer,
  NotificationDraft,
  NotifiedInterest,
} from './notification.entity.js';
import { Notifications } from './notifications.js';
import { PublishedEntry, RegisterEntry, RegisterVersion } from './register-entry.entity.js';
import { Register } from './register.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      NotificationDraft,
      Notification,
      NotificationAnswer,
      NotifiedInterest,
      RegisterEntry,
      PublishedEntry,
      RegisterVersion,
    ]),
  ],
  providers: [Drafts, InterestSeal, Notifications, Register],
  exports: [Drafts, Notifications, Register],
})
export class RegisterModule {}
