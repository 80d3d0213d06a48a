/**
 * The server's settings. They are given on its command line at every start, so that the data folder holds data and
 * no configuration that could fall behind the program.
 */
export function serverSettings(socketFolder: string, durable: boolean): string[] {
  const settings: Record<string, string> = {
    // Only processes of this machine that may enter the private folder can connect.
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '100',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Errors are logged without the statement and the values in it, which may be about a person.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
    ...(durable ? {} : QUICK_AND_FORGETFUL),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** For tests: a crash of the machine may lose everything. */
const QUICK_AND_FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Its workers visit databases that a test is just removing, and only a superuser may send them away.
  autovacuum: 'off',
};
