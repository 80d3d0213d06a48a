import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaImports } from './agenda-imports.js';
import { AgendaImport, AgendaRevision } from './agenda.entity.js';
import { Attendance } from './attendance.js';
import { AttendanceIntention } from './attendance-intention.entity.js';
import { AgendaItem, Meeting } from './meeting.entity.js';
import { Meetings } from './meetings.js';
import { Observation } from './observation.entity.js';
import { Observations } from './observations.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Meeting,
      AgendaRevision,
      AgendaItem,
      AgendaImport,
      AttendanceIntention,
      Observation,
    ]),
  ],
  providers: [AgendaImports, Attendance, Meetings, Observations],
  exports: [AgendaImports, Attendance, Meetings, Observations],
})
export class MeetingsModule {}
