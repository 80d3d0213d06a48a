import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/cases.module.js';
import { RetentionHolds } from './holds.js';
import { RetentionPeriods } from './periods.js';
import { RetentionHold } from './retention-hold.entity.js';
import { RetentionPeriod } from './retention-period.entity.js';
import { Retention } from './retention.js';
import { RetentionRounds } from './rounds.js';

/** How long everything is kept, what suspends that, and the rounds that erase. */
@Module({
  imports: [CasesModule, TypeOrmModule.forFeature([RetentionHold, RetentionPeriod])],
  providers: [Retention, RetentionHolds, RetentionPeriods, RetentionRounds],
  exports: [Retention, RetentionHolds, RetentionPeriods],
})
export class RetentionModule {}
