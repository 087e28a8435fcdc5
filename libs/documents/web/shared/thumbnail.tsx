import ImageOutlined from '@mui/icons-material/ImageOutlined';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { thumbnailUrl } from './file-link';

/** What is to be known of a file to show it. */
export interface ShownFile {
  readonly id: string;
  readonly mime: string;
  readonly fileName: string;
  readonly thumbnail: string;
}

const Root = styled('span')(({ theme }) => ({
  display: 'grid',
  placeItems: 'center',
  width: 44,
  height: 56,
  flex: 'none',
  overflow: 'hidden',
  borderRadius: 4,
  border: `1px solid ${theme.palette.divider}`,
  backgroundColor: theme.palette.surface.sunken,
  color: theme.palette.text.secondary,
  '& img': { width: '100%', height: '100%', objectFit: 'cover', objectPosition: 'top', display: 'block' },
}));

interface ThumbnailProps {
  file: Pick<ShownFile, 'id' | 'mime' | 'thumbnail'>;
  /** Where the server delivers the small picture, where the file is not a document. */
  url?: (id: string) => string;
}

/** A small picture of a file, or a sign of its type where there is none. The file's name stands beside it. */
export function Thumbnail({ file, url = thumbnailUrl }: ThumbnailProps) {
  const { id, mime, thumbnail } = file;
  const [failed, setFailed] = useState(false);
  const Sign = mime === 'application/pdf' ? PictureAsPdfOutlined : ImageOutlined;
  return (
    <Root aria-hidden>
      {thumbnail === 'made' && !failed ? (
        <img src={url(id)} alt="" loading="lazy" decoding="async" onError={() => setFailed(true)} />
      ) : (
        <Sign fontSize="small" />
      )}
    </Root>
  );
}
