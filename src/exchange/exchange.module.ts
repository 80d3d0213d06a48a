import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Fetcher, Poster, PUBLIC_INTERNET } from '../platform/fetching/index.js';
import { AuthoritySuccession, CarriedDraft, Carrying, HandOvers, Successions } from './hand-over/index.js';
import { ImportSeal } from './import-content.js';
import {
  Intake,
  IntakeCouncil,
  Intakes,
  IntakeSeal,
  Invitation,
  Invitations,
  InvitationWords,
  KnownPeople,
  TakeCouncil,
  TakenIn,
  TakingIn,
} from './intake/index.js';
import {
  DeclarationCount,
  DeclarationCounts,
  DirectoryImport,
  DirectoryImports,
  ModernGovService,
} from './moderngov-directory/index.js';
import { RegisterImport } from './register-import.entity.js';
import { RegisterImports } from './register-imports.js';
import { TakingOver } from './taking-over.js';
import {
  Webhook,
  WebhookDeliveries,
  WebhookDelivery,
  WebhookEvent,
  Webhooks,
  WebhookSending,
} from './webhooks/index.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      AuthoritySuccession,
      CarriedDraft,
      DeclarationCount,
      DirectoryImport,
      Intake,
      IntakeCouncil,
      Invitation,
      RegisterImport,
      Webhook,
      WebhookDelivery,
      WebhookEvent,
    ]),
  ],
  providers: [
    Carrying,
    DeclarationCounts,
    DirectoryImports,
    HandOvers,
    ImportSeal,
    Intakes,
    IntakeSeal,
    Invitations,
    InvitationWords,
    KnownPeople,
    { provide: ModernGovService, useValue: new ModernGovService(new Fetcher(PUBLIC_INTERNET)) },
    { provide: Poster, useValue: new Poster({ ...PUBLIC_INTERNET, wholeMilliseconds: 15_000 }) },
    RegisterImports,
    Successions,
    TakeCouncil,
    TakenIn,
    TakingIn,
    TakingOver,
    WebhookDeliveries,
    Webhooks,
    WebhookSending,
  ],
  exports: [
    Carrying,
    DeclarationCounts,
    DirectoryImports,
    HandOvers,
    Intakes,
    Invitations,
    ModernGovService,
    RegisterImports,
    Successions,
    TakenIn,
    TakingIn,
    TakingOver,
    WebhookDeliveries,
    Webhooks,
    WebhookSending,
  ],
})
export class ExchangeModule {}
