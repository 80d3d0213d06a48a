import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DispensationCoverages } from './coverage.js';
import { DispensationDecisions } from './decisions.js';
import { DispensationSeal } from './dispensation-seal.js';
import {
  DispensationCoverage,
  DispensationDecision,
  DispensationInvitation,
  DispensationRequest,
} from './dispensation.entity.js';
import { Dispensations } from './dispensations.js';
import { DispensationInvitations } from './invitations.js';
import { RecordedLate } from './recorded-late.js';
import { DispensationRequests } from './requests.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      DispensationRequest,
      DispensationDecision,
      DispensationCoverage,
      DispensationInvitation,
    ]),
  ],
  providers: [
    DispensationCoverages,
    DispensationDecisions,
    DispensationInvitations,
    DispensationRequests,
    Dispensations,
    DispensationSeal,
    RecordedLate,
  ],
  exports: [
    DispensationCoverages,
    DispensationDecisions,
    DispensationInvitations,
    DispensationRequests,
    Dispensations,
    RecordedLate,
  ],
})
export class DispensationsModule {}
