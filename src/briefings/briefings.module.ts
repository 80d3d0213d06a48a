import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BriefingEdition } from './briefing-edition.entity.js';
import { Briefings } from './briefings.js';
import { Editions } from './editions.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([BriefingEdition])],
  providers: [Briefings, Editions],
  exports: [Briefings, Editions],
})
export class BriefingsModule {}
