import fs from 'node:fs';
import path from 'node:path';
import { AUDIENCES } from '@softmob/access';
import { buildSchema, type DocumentNode, validate } from 'graphql';
import * as operations from './messaging.operations';

const VIEWS = path.resolve(__dirname, '../../../../apps/api/contract/views');
const documents = Object.entries(operations) as [string, DocumentNode][];

describe('what the bell, the list and the preferences ask of the API', () => {
  test.each(AUDIENCES.filter((audience) => audience !== 'public'))('is there for %s', (audience) => {
    const view = buildSchema(fs.readFileSync(path.join(VIEWS, `${audience}.graphql`), 'utf8'));
    const faults = documents.flatMap(([name, document]) =>
      validate(view, document).map(({ message }) => `${name}: ${message}`),
    );
    expect(faults).toEqual([]);
  });
});
