import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AS_APP_ROLE, type Config } from '../config/index.js';
import { Database } from './database.js';
import { WARM } from './preparing-client.js';

/**
 * Connections at most. A page holds one at a time, and ten keep a core busy. In a worker each of the jobs that run at once
 * (sixteen, platform/queue) may hold one and ask for another meanwhile, for what must be seen before it ends: a message in
 * the outbox, how far a file was taken in. With a few more connections than jobs that other is always to be had. Two
 * processes of each stay below the hundred that a PostgreSQL server lets in unless it is told otherwise.
 */
const [OF_A_WEB, OF_A_WORKER] = [10, 20];

/** The connection of the application's own role, for every room. Rooms register their entities with `forFeature`. */
@Global()
@Module({})
export class DatabaseModule {
  static connectedTo(appUrl: string, { runsWorker }: Pick<Config, 'runsWorker'>): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: appUrl,
          autoLoadEntities: true,
          // Migrations are the only way in which the schema changes.
          synchronize: false,
          retryAttempts: 0,
          poolSize: runsWorker ? OF_A_WORKER : OF_A_WEB,
          extra: {
            ...WARM,
            options: AS_APP_ROLE,
            statement_timeout: 30_000,
            idle_in_transaction_session_timeout: 60_000,
          },
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
