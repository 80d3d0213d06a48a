import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BriefingsModule } from '../../briefings/index.js';
import { AdviceAnswer, AdviceQuestion, AdviceTold } from './advice.entity.js';
import { Advice } from './advice.js';
import { LawSays } from './law-says.js';
import { TellingMember } from './telling-member.js';

/** What members asked of the monitoring officer about an item, and what was answered. */
@Module({
  imports: [BriefingsModule, TypeOrmModule.forFeature([AdviceQuestion, AdviceAnswer, AdviceTold])],
  providers: [Advice, LawSays, TellingMember],
  exports: [Advice, LawSays, TellingMember],
})
export class AdviceModule {}
