import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssociationRow } from './association.entity.js';
import { Associations } from './associations.js';
import { DecisionAlone } from './decision-alone.entity.js';
import { DecisionsAlone } from './decisions-alone.js';
import { DisclosureRows } from './disclosure-rows.js';
import { Disclosure } from './disclosure.entity.js';
import { Disclosures } from './disclosures.js';
import { InterviewAnswer } from './interview-answer.entity.js';
import { Interviews } from './interview.js';
import { NaturesKeptBack } from './kept-back-natures.js';
import { KnownInterests } from './known-interests.js';
import { Occasions } from './occasions.js';
import { RelevanceAnswer } from './relevance-answer.entity.js';
import { RelevanceAnswers } from './relevance.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([DecisionAlone, AssociationRow, Disclosure, InterviewAnswer, RelevanceAnswer]),
  ],
  providers: [
    ...[DecisionsAlone, Associations, DisclosureRows, Disclosures, Interviews],
    ...[KnownInterests, NaturesKeptBack, Occasions, RelevanceAnswers],
  ],
  exports: [
    DecisionsAlone,
    Associations,
    DisclosureRows,
    Disclosures,
    Interviews,
    KnownInterests,
    NaturesKeptBack,
    RelevanceAnswers,
  ],
})
export class DisclosuresModule {}
