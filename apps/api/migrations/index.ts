import { Foundation1780000000000 } from './1780000000000-foundation';
import { Imports1780000010000 } from './1780000010000-imports';
import { Placements1780000020000 } from './1780000020000-placements';
import { Learning1780000030000 } from './1780000030000-learning';
import { Processes1780000040000 } from './1780000040000-processes';
import { Documents1780000050000 } from './1780000050000-documents';
import { Monitoring1780000060000 } from './1780000060000-monitoring';
import { Replacement1780000070000 } from './1780000070000-replacement';
import { ProcessTemplates1780000080000 } from './1780000080000-process-templates';
import { TaskCare1780000090000 } from './1780000090000-task-care';
import { CohortClone1780000100000 } from './1780000100000-cohort-clone';
import { DepartureDecision1780000105000 } from './1780000105000-departure-decision';
import { Notifications1780000110000 } from './1780000110000-notifications';
import { DocumentTemplates1780000120000 } from './1780000120000-document-templates';
import { WordTemplates1780000125000 } from './1780000125000-word-templates';
import { Signatures1780000130000 } from './1780000130000-signatures';
import { Live1780000140000 } from './1780000140000-live';
import { DeadLetters1780000150000 } from './1780000150000-dead-letters';
import { Threads1780000155000 } from './1780000155000-threads';
import { Files1780000160000 } from './1780000160000-files';
import { SealProof1780000170000 } from './1780000170000-seal-proof';
import { MessageThumbnails1780000190000 } from './1780000190000-message-thumbnails';
import { DocumentRunCause1780000210000 } from './1780000210000-document-run-cause';
import { ResumableUploads1780000220000 } from './1780000220000-resumable-uploads';

/** All migrations, oldest first. A new one is added at the end and never changed afterwards. */
export const migrations = [
  Foundation1780000000000,
  Imports1780000010000,
  Placements1780000020000,
  Learning1780000030000,
  Processes1780000040000,
  Documents1780000050000,
  Monitoring1780000060000,
  Replacement1780000070000,
  ProcessTemplates1780000080000,
  TaskCare1780000090000,
  CohortClone1780000100000,
  DepartureDecision1780000105000,
  Notifications1780000110000,
  DocumentTemplates1780000120000,
  WordTemplates1780000125000,
  Signatures1780000130000,
  Live1780000140000,
  DeadLetters1780000150000,
  Threads1780000155000,
  Files1780000160000,
  SealProof1780000170000,
  MessageThumbnails1780000190000,
  DocumentRunCause1780000210000,
  ResumableUploads1780000220000,
];
