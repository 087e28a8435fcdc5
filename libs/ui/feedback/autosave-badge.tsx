import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import CloudUploadOutlined from '@mui/icons-material/CloudUploadOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useFormat, useUiText } from '../use-format';

/** Where typed data is: with the reader only, on its way, or safe. */
export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed';

const ICONS = {
  unsaved: EditOutlined,
  saving: CloudUploadOutlined,
  saved: CloudDoneOutlined,
  failed: CloudOffOutlined,
} as const;

const Root = styled('span', { shouldForwardProp: (prop) => prop !== 'failed' })<{ failed: boolean }>(
  ({ theme, failed }) => ({
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    minHeight: 28,
    fontSize: '0.875rem',
    color: failed ? theme.palette.state.blocked.fg : theme.palette.text.secondary,
    '& svg': { fontSize: 18 },
  }),
);

export interface AutosaveBadgeProps {
  state: SaveState;
  savedAt?: Date | null;
  onRetry?: () => void;
}

/** Says whether what was typed is safe. */
export function AutosaveBadge({ state, savedAt, onRetry }: AutosaveBadgeProps) {
  const t = useUiText();
  const format = useFormat();
  if (state === 'idle') return <span role="status" />;
  const Icon = ICONS[state];
  const word =
    state === 'saved' && savedAt ? t('save.savedAt', { time: format.date(savedAt, 'time') }) : t(`save.${state}`);
  return (
    <Root failed={state === 'failed'}>
      <Icon aria-hidden fontSize="inherit" />
      <span role="status">{word}</span>
      {state === 'failed' && onRetry && (
        <Button size="small" variant="outlined" onClick={onRetry}>
          {t('save.retry')}
        </Button>
      )}
    </Root>
  );
}
