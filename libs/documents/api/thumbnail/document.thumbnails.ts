import { filesOf } from '../storage/files';
import { thumbnailsOf } from './thumbnail.job';

export const documentThumbnails = thumbnailsOf({
  table: 'document',
  files: (ctx) => filesOf(ctx.runtime.settings),
  job: 'documents:thumbnails',
});
