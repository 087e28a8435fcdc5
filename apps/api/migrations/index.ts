import { Foundation1780000000000 } from './1780000000000-foundation';

/** All migrations, oldest first. A new one is added at the end and never changed afterwards. */
export const migrations = [Foundation1780000000000];
