import { Module } from '@nestjs/common';
import { SubjectGathering } from './gathering.js';
import { SubjectAccess } from './subject-access.js';

/** What somebody may have of what is held about them. */
@Module({ providers: [SubjectAccess, SubjectGathering], exports: [SubjectAccess] })
export class SubjectAccessModule {}
