import { Module } from '@nestjs/common';
import { BoardModule } from '../board/index.js';
import { ChecksModule } from '../checks/index.js';
import { ReportExports } from './exports.js';
import { Reports } from './reports.js';

/** Reports to the standards committee, and the gifts of a quarter. */
@Module({
  imports: [BoardModule, ChecksModule],
  providers: [ReportExports, Reports],
  exports: [ReportExports, Reports],
})
export class ReportsModule {}
