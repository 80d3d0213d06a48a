import { rmSync } from 'node:fs';

/** Once after all tests: stops the server that global-setup.js started and removes its folder. */
export default async function globalTeardown() {
  const server = globalThis.testServer;
  await server.stop();
  rmSync(server.dataFolder, { recursive: true, force: true });
}
