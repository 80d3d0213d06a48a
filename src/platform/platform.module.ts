import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock/index.js';
import { CONFIG, type Config } from './config/index.js';
import { LOGGER, type Logger } from './logging/index.js';
import { Sealer } from './sealing/index.js';

/** What every room may ask for: the configuration, the application's time, the log, and the sealing of details. */
@Global()
@Module({})
export class PlatformModule {
  static with(parts: { config: Config; clock: Clock; logger: Logger; sealer: Sealer }): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: parts.config },
        { provide: Clock, useValue: parts.clock },
        { provide: LOGGER, useValue: parts.logger },
        { provide: Sealer, useValue: parts.sealer },
      ],
      exports: [CONFIG, Clock, LOGGER, Sealer],
    };
  }
}
