import fs from 'node:fs';
import path from 'node:path';
import { type Audience, AUDIENCES, CIRCLES } from '@softmob/access';
import { accessMatrix, viewOf } from '@softmob/api-kit';
import { type GraphQLSchema, printSchema } from 'graphql';
import 'reflect-metadata';
import { buildApiSchema } from './schema';
import { slices } from './slices';

/** Every file of the contract by its path below `contract/`. */
function contractFiles(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const print = (audiences: readonly Audience[]) => `${printSchema(viewOf(schema, audiences))}\n`;
  return new Map([
    ['schema.graphql', `${printSchema(schema)}\n`],
    ...AUDIENCES.map((audience) => [`views/${audience}.graphql`, print([audience])] as const),
    ...Object.entries(CIRCLES).map(([name, audiences]) => [`circles/${name}.graphql`, print(audiences)] as const),
    ['access-matrix.md', accessMatrix(schema)],
  ]);
}

/** Writes the contract and removes what no longer belongs to it, or with --check says which files are stale and fails. */
function main(): void {
  const dir = path.join(import.meta.dirname, '..', 'contract');
  const files = contractFiles(buildApiSchema(slices));
  const check = process.argv.includes('--check');
  const there = fs.existsSync(dir) ? fs.readdirSync(dir, { recursive: true, withFileTypes: true }) : [];
  const stale = there
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(dir, path.join(parentPath, name)).split(path.sep).join('/'))
    .filter((name) => !files.has(name));
  if (!check) for (const name of stale) fs.rmSync(path.join(dir, name));
  for (const [name, text] of files) {
    const file = path.join(dir, name);
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) continue;
    stale.push(name);
    if (!check) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
  }
  if (check && stale.length > 0) {
    console.error(`The contract is stale: ${stale.join(', ')}. Run npm run contract and commit it.`);
    process.exitCode = 1;
  } else {
    console.log(
      check
        ? 'The contract is up to date.'
        : `Contract: ${String(stale.length)} of ${String(files.size)} files written.`,
    );
  }
}

main();
