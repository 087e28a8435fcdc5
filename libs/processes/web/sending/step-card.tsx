import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ProcessStep } from '@softmob/processes-model';
import { StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useStepWords } from './use-step-words';

export interface StepCardProps {
  step: ProcessStep;
  steps: readonly ProcessStep[];
  faults: number;
  open: boolean;
  onOpen: () => void;
  /** Left out where the process is only read. */
  onMove?: ((by: 1 | -1) => void) | undefined;
  onRemove?: (() => void) | undefined;
}

/** One step: what, who, when; a press opens it. */
export function StepCard({ step, steps, faults, open, onOpen, onMove, onRemove }: StepCardProps) {
  const { t } = useTranslation('processes');
  const { titleOf, dueOf, roleOf } = useStepWords(steps);
  const title = titleOf(step);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: open ? 'brand.soft' : undefined,
      }}
    >
      <ButtonBase
        onClick={onOpen}
        aria-expanded={open}
        sx={{ flex: 1, minWidth: 0, display: 'block', textAlign: 'left', px: 4, py: 2.5 }}
      >
        <Typography variant="body1" sx={{ fontWeight: 600 }}>
          {title}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {[
            roleOf(step.role),
            dueOf(step),
            step.scope === 'flow' && t('step.onceForAll'),
            step.minorsOnly && t('step.minors'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        {faults > 0 && <StateChip state="blocked" label={t('step.faults', { count: faults })} size="small" />}
      </ButtonBase>
      {onMove && (
        <>
          <IconButton aria-label={t('step.up', { title })} onClick={() => onMove(-1)}>
            <ArrowUpwardOutlined fontSize="small" />
          </IconButton>
          <IconButton aria-label={t('step.down', { title })} onClick={() => onMove(1)}>
            <ArrowDownwardOutlined fontSize="small" />
          </IconButton>
        </>
      )}
      {onRemove && (
        <IconButton aria-label={t('step.remove', { title })} onClick={onRemove}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      )}
    </Box>
  );
}
