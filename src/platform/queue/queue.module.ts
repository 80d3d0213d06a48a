import { Global, Module, type DynamicModule } from '@nestjs/common';
import { JobQueue, QUEUE_DATABASE_URL } from './job-queue.js';

@Global()
@Module({})
export class QueueModule {
  static on(databaseUrl: string): DynamicModule {
    return {
      module: QueueModule,
      providers: [JobQueue, { provide: QUEUE_DATABASE_URL, useValue: databaseUrl }],
      exports: [JobQueue],
    };
  }
}
