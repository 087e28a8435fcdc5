import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import FlightTakeoffOutlined from '@mui/icons-material/FlightTakeoffOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import { styled } from '@mui/material/styles';
import { type StateKey } from '../theme/tokens';
import { useUiText } from '../use-format';

const ICONS = {
  draft: EditNoteOutlined,
  waiting: HourglassEmptyOutlined,
  atRisk: WarningAmberOutlined,
  blocked: BlockOutlined,
  done: CheckCircleOutlined,
  abroad: FlightTakeoffOutlined,
} as const;

const Root = styled('span', { shouldForwardProp: (prop) => !['state', 'plain', 'large'].includes(String(prop)) })<{
  state: StateKey;
  plain: boolean;
  large: boolean;
}>(({ theme, state, plain, large }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  maxWidth: '100%',
  minHeight: large ? 28 : 22,
  padding: plain ? 0 : large ? '2px 10px 2px 7px' : '1px 8px 1px 5px',
  borderRadius: 6,
  fontSize: large ? '0.875rem' : '0.8125rem',
  lineHeight: 1.3,
  fontWeight: 550,
  color: theme.palette.state[state].fg,
  backgroundColor: plain ? 'transparent' : theme.palette.state[state].bg,
  verticalAlign: 'middle',
  '& svg': { flex: 'none', fontSize: large ? 18 : 16 },
  '@media print': { border: plain ? 0 : `1px solid ${theme.palette.state[state].line}` },
}));

export interface StateChipProps {
  state: StateKey;
  /** The word; by default the state's own. */
  label?: string | undefined;
  /** A longer explanation, shown on hover. */
  title?: string | undefined;
  size?: 'small' | 'medium';
  /** Without the coloured ground, as in dense tables. */
  plain?: boolean;
}

/** A state as icon, word and colour: never by colour alone. */
export function StateChip({ state, label, title, size = 'small', plain = false }: StateChipProps) {
  const t = useUiText();
  return (
    <Root state={state} plain={plain} large={size === 'medium'} title={title}>
      <StateIcon state={state} />
      <span>{label ?? t(`state.${state}`)}</span>
    </Root>
  );
}

/** The icon of a state, for places where the word stands beside it. */
export function StateIcon({ state }: { state: StateKey }) {
  const Icon = ICONS[state];
  return <Icon aria-hidden fontSize="inherit" />;
}
