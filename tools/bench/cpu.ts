import fs from 'node:fs';

/** Processor time in milliseconds: of the server that answers, and of PostgreSQL's processes together. */
export interface CpuTime {
  readonly server: number;
  readonly database: number;
}

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Parent and processor time of a process; null where it is gone, or where there is no /proc. */
function statOf(pid: number | string): { parent: number; ms: number } | null {
  try {
    // The name in parentheses may hold anything, so fields are counted from behind it: state is the first of them.
    const fields = fs
      .readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
  } catch {
    return null;
  }
}

/** What has been used so far by a server and by all backends of a PostgreSQL; null where the system does not tell. */
export function cpuOf(serverPid: number, postgresPid: number | null): CpuTime | null {
  const server = statOf(serverPid);
  if (!server || postgresPid === null) return null;
  const backends = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const times = backends.map(statOf).filter((stat) => stat?.parent === postgresPid);
  return { server: server.ms, database: times.reduce((sum, stat) => sum + (stat?.ms ?? 0), 0) };
}

/** Processor time per request between two readings. */
export function cpuPer(requests: number, before: CpuTime | null, after: CpuTime | null): CpuTime | null {
  if (!before || !after || requests === 0) return null;
  return {
    server: (after.server - before.server) / requests,
    database: (after.database - before.database) / requests,
  };
}
