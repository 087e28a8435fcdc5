import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { useUiText } from '../use-format';

const Root = styled('fieldset')(({ theme }) => ({
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  '& > div': {
    display: 'inline-flex',
    padding: 2,
    gap: 2,
    borderRadius: 8,
    backgroundColor: theme.palette.surface.sunken,
    border: `1px solid ${theme.palette.divider}`,
  },
  '& label': {
    display: 'grid',
    placeItems: 'center',
    minHeight: 28,
    padding: '2px 10px',
    borderRadius: 6,
    fontSize: '0.8125rem',
    fontWeight: 550,
    color: theme.palette.text.secondary,
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 40, padding: '2px 14px' },
  },
  '& label:hover': { color: theme.palette.text.primary },
  '& label:has(:checked)': {
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    boxShadow: `0 0 0 1px ${theme.palette.divider}`,
  },
  '& label:has(:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 1 },
}));

interface SegmentsProps<Value extends string> {
  legend: string;
  options: readonly { value: Value; label: string; lang?: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

function Segments<Value extends string>({ legend, options, value, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <Root>
      <legend className="visually-hidden">{legend}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </Root>
  );
}

export interface LanguageSwitchProps {
  value: string;
  onChange: (locale: string) => void;
  /** Each language by its own name. */
  languages: readonly { value: string; label: string }[];
}

/** The languages, each by its own name. */
export function LanguageSwitch({ value, onChange, languages }: LanguageSwitchProps) {
  const t = useUiText();
  const options = languages.map((language) => ({ ...language, lang: language.value }));
  return <Segments legend={t('language.label')} options={options} value={value} onChange={onChange} />;
}

export type ModeChoice = 'light' | 'dark' | 'system';

export interface ModeSwitchProps {
  value: ModeChoice;
  onChange: (mode: ModeChoice) => void;
}

/** Light, dark, or as the device is set. */
export function ModeSwitch({ value, onChange }: ModeSwitchProps) {
  const t = useUiText();
  const options = (['light', 'dark', 'system'] as const).map((mode) => ({ value: mode, label: t(`mode.${mode}`) }));
  return <Segments legend={t('mode.label')} options={options} value={value} onChange={onChange} />;
}
