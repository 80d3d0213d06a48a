import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RemindersModule } from '../../reminders/index.js';
import { AdviceModule } from '../advice/index.js';
import { LadderModule } from '../ladder/index.js';
import { Assembly } from './assembly.js';
import { CaseFile, CaseFileNote } from './case-file.entity.js';
import { CaseFiles } from './case-files.js';
import { CaseSeal } from './case-seal.js';
import { CaseExports } from './exports.js';
import { GatheringMeeting } from './gathering-meeting.js';
import { GatheringSteps } from './gathering-steps.js';
import { GatheringTold } from './gathering-told.js';
import { Gathering } from './gathering.js';

/** Case files: everything with its dates that bears on one allegation. */
@Module({
  imports: [AdviceModule, LadderModule, RemindersModule, TypeOrmModule.forFeature([CaseFile, CaseFileNote])],
  providers: [
    ...[Assembly, CaseExports, CaseFiles, CaseSeal],
    ...[Gathering, GatheringMeeting, GatheringSteps, GatheringTold],
  ],
  exports: [Assembly, CaseExports, CaseFiles],
})
export class CasesModule {}
