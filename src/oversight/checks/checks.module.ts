import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BriefingsModule } from '../../briefings/index.js';
import { DisclosuresModule } from '../../disclosures/index.js';
import { DispensationsModule } from '../../dispensations/index.js';
import { DutiesModule } from '../../duties/index.js';
import { DeclarationCount, DeclarationCounts } from '../../exchange/index.js';
import { CheckClosing } from './check-closing.entity.js';
import { Checks } from './checks.js';
import { Closings } from './closings.js';
import { Companies } from './companies/companies.js';
import { CompanyOfficer, CompanyOfficerDecision } from './companies/company-officer.entity.js';
import { GatherCompanies } from './companies/gather-companies.js';
import { GatherAgendas } from './gather-agendas.js';
import { GatherCounts } from './gather-counts.js';
import { GatherDeclarations } from './gather-declarations.js';
import { GatherDispensations } from './gather-dispensations.js';
import { GatherHouseholds } from './gather-households.js';
import { GatherMeetings } from './gather-meetings.js';
import { GatherRegister } from './gather-register.js';

/** The officer's checks: questions that the record asks, and the reasons for which they were closed. */
@Module({
  imports: [
    ...[BriefingsModule, DisclosuresModule, DispensationsModule, DutiesModule],
    TypeOrmModule.forFeature([CheckClosing, CompanyOfficer, CompanyOfficerDecision, DeclarationCount]),
  ],
  providers: [
    ...[Checks, Closings, Companies, GatherAgendas, GatherCompanies, GatherCounts, GatherDeclarations],
    ...[GatherDispensations, GatherHouseholds, GatherMeetings, GatherRegister],
    // Nothing else of the exchange is asked for: its queue, mail and imports stay where they are.
    DeclarationCounts,
  ],
  exports: [Checks, Closings, Companies],
})
export class ChecksModule {}
