import { Module } from '@nestjs/common';
import { AdviceModule } from './advice/advice.module.js';
import { BoardModule } from './board/board.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ChecksModule } from './checks/checks.module.js';
import { LadderModule } from './ladder/ladder.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SubjectAccessModule } from './subject-access/subject-access.module.js';

const parts = [
  ...[AdviceModule, BoardModule, CasesModule, ChecksModule, LadderModule, ReportsModule],
  ...[RetentionModule, SubjectAccessModule],
];

/** What the monitoring officer sees and proves: the board, checks, the ladder, case files, advice and reports. */
@Module({ imports: parts, exports: parts })
export class OversightModule {}
