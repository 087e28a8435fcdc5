import AddOutlined from '@mui/icons-material/AddOutlined';
import RemoveOutlined from '@mui/icons-material/RemoveOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { hoursText } from './hours-text';

const STEP = 0.5;
const MOST = 24;

const Root = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 12,
  '& .label': { fontWeight: 550 },
  '& .stepper': {
    display: 'inline-grid',
    gridTemplateColumns: '48px minmax(64px, auto) 48px',
    alignItems: 'center',
    textAlign: 'center',
    border: `1px solid ${theme.palette.surface.outline}`,
    borderRadius: 10,
    backgroundColor: theme.palette.background.paper,
  },
  '& output': { fontSize: '1.125rem', fontWeight: 600 },
  '& button': { width: 48, height: 48 },
}));

export interface HoursChoiceProps {
  id: string;
  label: string;
  /** The label is said, and not shown: where it is clear what the figure is. */
  labelHidden?: boolean;
  value: number;
  onChange: (hours: number) => void;
}

/** Hours in steps of half an hour, with the thumb. */
export function HoursChoice({ id, label, labelHidden = false, value, onChange }: HoursChoiceProps) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const shown = t('hours.value', { hours: hoursText(format, value) });
  return (
    <Root role="group" aria-labelledby={`${id}-label`}>
      <span className={labelHidden ? 'visually-hidden' : 'label'} id={`${id}-label`}>
        {label}
      </span>
      <span className="stepper">
        <IconButton
          aria-label={t('hours.less')}
          disabled={value <= 0}
          onClick={() => onChange(Math.max(0, value - STEP))}
        >
          <RemoveOutlined />
        </IconButton>
        <output className="num" aria-live="polite">
          {shown}
        </output>
        <IconButton
          aria-label={t('hours.more')}
          disabled={value >= MOST}
          onClick={() => onChange(Math.min(MOST, value + STEP))}
        >
          <AddOutlined />
        </IconButton>
      </span>
    </Root>
  );
}
