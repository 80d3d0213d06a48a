import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RegisterModule } from '../../register/index.js';
import { RemindersModule } from '../../reminders/index.js';
import { Escalating } from './escalating.js';
import { EscalationStep, LetterEvent } from './escalation-step.entity.js';
import { LadderDuties } from './ladder-duties.js';
import { Ladders } from './ladders.js';
import { LetterFacts } from './letter-facts.js';
import { LetterSending } from './letter-sending.js';
import { StepRows } from './steps.js';

/** The escalation ladder: what was done about a duty that stays open, step by step. */
@Module({
  imports: [RegisterModule, RemindersModule, TypeOrmModule.forFeature([EscalationStep, LetterEvent])],
  providers: [Escalating, LadderDuties, Ladders, LetterFacts, LetterSending, StepRows],
  exports: [Escalating, Ladders, LetterFacts, LetterSending, StepRows],
})
export class LadderModule {}
