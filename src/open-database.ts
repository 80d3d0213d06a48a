import type { Config } from './platform/config/index.js';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres/index.js';

export interface OpenedDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Where this installation keeps its files, the generated secrets among them. */
  readonly dataFolder: string;
  /** Stops the server when it is our own and we started it. */
  stop(): Promise<void>;
}

/** The database that the configuration names; the embedded one is started, and belongs to this process. */
export async function openDatabase(config: Config, say: (sentence: string) => void): Promise<OpenedDatabase> {
  const { database, dataDir } = config;
  if (database.kind === 'embedded') return startEmbeddedPostgres({ dataDir, log: say });
  return {
    appUrl: database.url,
    ownerUrl: database.ownerUrl,
    dataFolder: dataDir,
    stop: () => Promise.resolve(),
  };
}

/** The same for a command that looks at a database which a running Probity may have open. */
export async function joinDatabase(config: Config, say: (sentence: string) => void): Promise<OpenedDatabase> {
  if (config.database.kind === 'embedded') {
    const joined = joinEmbeddedPostgres({ dataDir: config.dataDir, log: say });
    if (joined !== undefined) return { ...joined, dataFolder: config.dataDir, stop: () => Promise.resolve() };
  }
  return openDatabase(config, say);
}
