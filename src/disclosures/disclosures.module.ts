import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RelevanceAnswer } from './relevance-answer.entity.js';
import { RelevanceAnswers } from './relevance.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([RelevanceAnswer])],
  providers: [RelevanceAnswers],
  exports: [RelevanceAnswers],
})
export class DisclosuresModule {}
