import { availableParallelism, totalmem } from 'node:os';

const MB = 1024 * 1024;

/** Memory this process may count on, in MB: the machine's, or the container's where that is less. */
function memoryMb(): number {
  const limit = process.constrainedMemory();
  return Math.floor(Math.min(totalmem(), limit > 0 ? limit : Infinity) / MB);
}

/**
 * The server's settings: modest by default, so that a small machine carries them, larger with its memory.
 * Log lines name no values, because values are personal data: no statements, no details of a violated constraint.
 */
export function serverSettings(port: number, socketFolder: string, own: Readonly<Record<string, string>>): Record<string, string> {
  const memory = memoryMb();
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: socketFolder,
    max_connections: '100',
    shared_buffers: `${Math.max(32, Math.min(2048, Math.floor(memory / 8)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(memory / 2))}MB`,
    maintenance_work_mem: `${Math.max(32, Math.min(256, Math.floor(memory / 32)))}MB`,
    work_mem: memory >= 4096 ? '16MB' : '4MB',
    wal_level: 'replica',
    max_wal_size: '2GB',
    // After each checkpoint every page is written to the log whole at its first change: rows taken in then cost almost twice the log.
    checkpoint_timeout: '15min',
    // One long count must leave cores for those who wait for a page.
    max_parallel_workers_per_gather: String(Math.min(2, Math.floor((availableParallelism() - 1) / 2))),
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...own,
  };
}
