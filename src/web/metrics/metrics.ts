import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { JobQueue } from '../../platform/queue/index.js';
import { Measured } from './measured.js';
import { readingsOf } from './readings.js';

/** What this process has measured since it began, and what it reads of the installation when it is asked. */
@Injectable()
export class Metrics {
  readonly measured = new Measured();

  constructor(database: Database, queue: JobQueue, clock: Clock) {
    for (const reading of readingsOf(database, queue, clock)) this.measured.add(reading);
  }
}
