import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AS_APP_ROLE } from '../config/index.js';
import { Database } from './database.js';
import { PreparingClient } from './preparing-client.js';

/** The connection of the application's own role, for every room. Rooms register their entities with `forFeature`. */
@Global()
@Module({})
export class DatabaseModule {
  static connectedTo(appUrl: string): DynamicModule {
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
          poolSize: 20,
          extra: {
            Client: PreparingClient,
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
