import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaImports } from './agenda-imports.js';
import { AgendaImport, AgendaRevision } from './agenda.entity.js';
import { AgendaItem, Meeting } from './meeting.entity.js';
import { Meetings } from './meetings.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Meeting, AgendaRevision, AgendaItem, AgendaImport])],
  providers: [AgendaImports, Meetings],
  exports: [AgendaImports, Meetings],
})
export class MeetingsModule {}
