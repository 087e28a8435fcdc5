// npm test: builds what the journeys open, then runs every test there is. Arguments go to jest.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);
const env = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
};

function run(script, args) {
  const { status } = spawnSync(process.execPath, [require.resolve(script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('nx/bin/nx.js', ['run-many', '-t', 'build', '--output-style=static']);
run('jest/bin/jest', ['--config', 'jest.config.mjs', ...process.argv.slice(2)]);
