import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import { type ReactNode, useState } from 'react';
import { useUiText } from '../use-format';

const List = styled('fieldset')(({ theme }) => ({
  minWidth: 220,
  maxWidth: 'min(360px, calc(100vw - 48px))',
  margin: 0,
  padding: 6,
  border: 0,
  fontSize: '0.875rem',
  '& label': {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    minHeight: 36,
    padding: '4px 10px',
    borderRadius: 6,
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& label:hover': { backgroundColor: theme.palette.surface.hover },
  '& input': { width: 16, height: 16, margin: 0, flex: 'none' },
  '& .count': { marginInlineStart: 'auto', paddingInlineStart: 12, color: theme.palette.text.secondary },
  '& .foot': { padding: '6px 4px 0', borderTop: `1px solid ${theme.palette.divider}`, marginTop: 6 },
}));

export interface FilterOption {
  value: string;
  label: ReactNode;
  /** How many rows have it. */
  count?: number;
}

export interface FilterMenuProps {
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
}

/** A filter with several answers: shows what is chosen without being opened. */
export function FilterMenu({ label, options, selected, onChange }: FilterMenuProps) {
  const t = useUiText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const flip = (value: string) =>
    onChange(selected.includes(value) ? selected.filter((one) => one !== value) : [...selected, value]);
  const count = selected.length;
  return (
    <>
      <Button
        variant="outlined"
        endIcon={<ExpandMoreOutlined />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={count > 0 ? t('filter.active', { label, count }) : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={
          count > 0
            ? { '&&': { color: 'brand.strong', backgroundColor: 'brand.soft', borderColor: 'brand.main' } }
            : undefined
        }
      >
        {label}
        {count > 0 && (
          <span className="num" style={{ marginLeft: 6 }}>
            {count}
          </span>
        )}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx: { mt: 1 } } }}
      >
        <List>
          <legend className="visually-hidden">{label}</legend>
          {options.map((option) => (
            <label key={option.value}>
              <input type="checkbox" checked={selected.includes(option.value)} onChange={() => flip(option.value)} />
              <span>{option.label}</span>
              {option.count !== undefined && <span className="count num">{option.count}</span>}
            </label>
          ))}
          <div className="foot">
            <Button size="small" disabled={count === 0} onClick={() => onChange([])}>
              {t('filter.none')}
            </Button>
          </div>
        </List>
      </Popover>
    </>
  );
}
