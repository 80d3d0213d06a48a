import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Attachments } from './attachments.js';
import { Confirmations, RegisterConfirmation } from './confirmations.js';
import { Drafts } from './drafts.js';
import { Entering } from './entering.js';
import { AddressNotice, HomeAddresses } from './home-addresses.js';
import { InterestSeal } from './interest-seal.js';
import { NamedOfficers } from './named-officers.js';
import {
  Notification,
  NotificationAnswer,
  NotificationAttachment,
  NotificationDraft,
  NotificationQuery,
  NotifiedInterest,
  NotifiedInterestFate,
  SteppedAside,
} from './notification.entity.js';
import { Notifications } from './notifications.js';
import { PublicLine, RegisterVersion } from './public-line.entity.js';
import { PublicLines } from './public-lines.js';
import { Publishing } from './publishing.js';
import { Queries } from './queries.js';
import { RegisterEntry } from './register-entry.entity.js';
import { Register } from './register.js';
import { Sensitivities } from './sensitivities.js';
import { NamedOfficer, SensitivityRequest } from './sensitivity-request.entity.js';
import { SensitivityRequests } from './sensitivity-requests.js';
import { SteppingAside } from './stepping-aside.js';
import { ToldBefore } from './told-before.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      NotificationDraft,
      Notification,
      NotificationAnswer,
      NotificationAttachment,
      NotificationQuery,
      NotifiedInterest,
      NotifiedInterestFate,
      SteppedAside,
      RegisterEntry,
      RegisterConfirmation,
      AddressNotice,
      SensitivityRequest,
      NamedOfficer,
      PublicLine,
      RegisterVersion,
    ]),
  ],
  providers: [
    Attachments,
    Confirmations,
    Drafts,
    Entering,
    HomeAddresses,
    InterestSeal,
    NamedOfficers,
    Notifications,
    PublicLines,
    Publishing,
    Queries,
    Register,
    Sensitivities,
    SensitivityRequests,
    SteppingAside,
    ToldBefore,
  ],
  exports: [
    Attachments,
    Confirmations,
    Drafts,
    HomeAddresses,
    NamedOfficers,
    Notifications,
    PublicLines,
    Publishing,
    Queries,
    Register,
    Sensitivities,
    SteppingAside,
    ToldBefore,
  ],
})
export class RegisterModule {}
