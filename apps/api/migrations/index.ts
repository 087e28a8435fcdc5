import { Foundation1780000000000 } from './1780000000000-foundation';
import { Placements1780000020000 } from './1780000020000-placements';
import { Processes1780000040000 } from './1780000040000-processes';

/** All migrations, oldest first. A new one is added at the end and never changed afterwards. */
export const migrations = [Foundation1780000000000, Placements1780000020000, Processes1780000040000];
