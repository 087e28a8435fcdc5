import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';
import { useUiText } from '../use-format';

const Root = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  marginBottom: 12,
  '& .result': { marginInlineStart: 'auto', fontSize: '0.875rem', color: theme.palette.text.secondary },
}));
const Search = styled('label')(({ theme }) => ({
  position: 'relative',
  flex: '0 1 280px',
  minWidth: 180,
  '& svg': {
    position: 'absolute',
    left: 10,
    top: '50%',
    marginTop: -9,
    fontSize: 18,
    color: theme.palette.text.secondary,
    pointerEvents: 'none',
  },
  '& input': {
    font: 'inherit',
    fontSize: '0.875rem',
    color: theme.palette.text.primary,
    width: '100%',
    minHeight: 36,
    boxSizing: 'border-box',
    padding: '6px 12px 6px 34px',
    border: `1px solid ${theme.palette.surface.outline}`,
    borderRadius: 8,
    backgroundColor: theme.palette.background.paper,
    '@media (pointer: coarse)': { minHeight: 44, fontSize: '1rem' },
  },
  '& input::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
  '& input:focus': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -1 },
  [theme.breakpoints.down('sm')]: { flex: '1 1 100%' },
}));

export interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
  label?: string | undefined;
}

/** A search box with its name inside and for those who do not see it. */
export function SearchField({ value, onChange, label }: SearchFieldProps) {
  const t = useUiText();
  const name = label ?? t('filter.search');
  return (
    <Search>
      <span className="visually-hidden">{name}</span>
      <SearchOutlined aria-hidden />
      <input type="search" value={value} placeholder={name} onChange={({ target }) => onChange(target.value)} />
    </Search>
  );
}

export interface FilterBarProps {
  search?: SearchFieldProps;
  /** `FilterMenu`s and other choices. */
  children?: ReactNode;
  /** What is shown now: "38 of 100 learners". */
  result?: ReactNode;
  /** Whether anything is filtered: then "Reset" is offered. */
  active?: boolean;
  onReset?: () => void;
}

/** What narrows a list: search, filters, and how much is left. */
export function FilterBar({ search, children, result, active = false, onReset }: FilterBarProps) {
  const t = useUiText();
  return (
    <Root role="search" aria-label={t('filter.bar')} className="no-print">
      {search && <SearchField {...search} />}
      {children}
      {active && onReset && (
        <Button size="small" onClick={onReset}>
          {t('filter.reset')}
        </Button>
      )}
      {result !== undefined && (
        <span className="result num" role="status">
          {result}
        </span>
      )}
    </Root>
  );
}
