import { policy } from '@softmob/access';
import { source } from '@softmob/api-kit';
import { ImportBatch } from './import-batch.entity';

export const importBatches = source(ImportBatch, {
  name: 'import',
  reach: policy.imports.reachImport,
  secret: ['rows'],
});
