import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { type Locale } from '@softmob/learning-model';
import { type Block, type CheckFrame, type TemplateFault } from '@softmob/paperwork-model';
import { useTranslation } from 'react-i18next';
import { BlockFields } from './block-fields';
import { blockId } from './fault-list';

interface BlockCardProps {
  block: Block;
  position: number;
  locale: Locale;
  frame: CheckFrame;
  faults: readonly TemplateFault[];
  onChange: (block: Block, field: string | null) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One block with its fields, what is wrong with it, and its place among the others. */
export function BlockCard({ block, position, locale, frame, faults, onChange, onMove, onRemove }: BlockCardProps) {
  const { t } = useTranslation('paperwork');
  const name = t('block.named', { type: t(`block.${block.type}`), position });
  return (
    <Box
      component="li"
      id={blockId(locale, block.key)}
      sx={{
        border: 1,
        borderColor: faults.length > 0 ? 'state.blocked.line' : 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        p: 3,
        display: 'grid',
        gap: 2,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Box component="h3" sx={{ m: 0, flex: 1, typography: 'caption', color: 'text.secondary' }}>
          {name}
        </Box>
        <IconButton size="small" aria-label={t('block.up', { name })} onClick={() => onMove(-1)}>
          <ArrowUpwardOutlined fontSize="small" />
        </IconButton>
        <IconButton size="small" aria-label={t('block.down', { name })} onClick={() => onMove(1)}>
          <ArrowDownwardOutlined fontSize="small" />
        </IconButton>
        <IconButton size="small" aria-label={t('block.remove', { name })} onClick={onRemove}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Box>
      <BlockFields {...{ block, frame, name, onChange }} />
      {faults.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 4.5, color: 'state.blocked.fg', typography: 'body2' }}>
          {faults.map(({ path, code, params }) => (
            <li key={`${path} ${params.placeholder ?? ''}`}>{t(`fault.${code}`, params)}</li>
          ))}
        </Box>
      )}
    </Box>
  );
}
