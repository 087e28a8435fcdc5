import FormHelperText from '@mui/material/FormHelperText';
import { styled } from '@mui/material/styles';
import { type ReactNode, useId } from 'react';
import { type FieldProps } from './field-box';

const Options = styled('fieldset')(({ theme }) => ({
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  '& > legend': { padding: 0, marginBottom: 8, fontSize: theme.typography.body1.fontSize, fontWeight: 550 },
  '& .options': { display: 'grid', gap: 8 },
  '& .options[data-inline]': { gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))' },
}));
const Option = styled('label')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  gap: '0 12px',
  alignItems: 'center',
  minHeight: 48,
  padding: '10px 14px',
  border: `1px solid ${theme.palette.surface.outline}`,
  borderRadius: 8,
  backgroundColor: theme.palette.background.paper,
  cursor: 'pointer',
  '&:hover': { backgroundColor: theme.palette.surface.hover },
  '&:has(:checked)': {
    borderColor: theme.palette.brand.main,
    boxShadow: `inset 0 0 0 1px ${theme.palette.brand.main}`,
    backgroundColor: theme.palette.brand.soft,
  },
  '&:has(:disabled)': { opacity: 0.6, cursor: 'default' },
  '&:has(:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 2 },
  '& input': { width: 20, height: 20, margin: 0 },
  '& input:focus-visible': { outline: 'none' },
  '& small': { gridColumn: 2, fontSize: '0.875rem', color: theme.palette.text.secondary },
}));

export interface ChoiceFieldProps extends Omit<FieldProps, 'autoFocus'> {
  options: readonly { value: string; label: ReactNode; hint?: string; disabled?: boolean }[];
  /** Side by side, for short answers such as grades. */
  inline?: boolean;
}

/** One of a few answers, each a big target. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { id, name, label, value, onChange, error = false, helperText, disabled, options, inline = false } = props;
  const own = useId();
  const group = name ?? own;
  const help = `${group}-help`;
  return (
    <Options aria-invalid={error || undefined} aria-describedby={helperText ? help : undefined} disabled={disabled}>
      <legend>{label}</legend>
      <div className="options" data-inline={inline || undefined}>
        {options.map((option, index) => (
          <Option key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={group}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={onChange}
            />
            <span>{option.label}</span>
            {option.hint !== undefined && <small>{option.hint}</small>}
          </Option>
        ))}
      </div>
      {helperText && (
        <FormHelperText id={help} error={error}>
          {helperText}
        </FormHelperText>
      )}
    </Options>
  );
}

export interface CheckFieldProps {
  id?: string;
  name?: string;
  label: ReactNode;
  hint?: string;
  checked: boolean;
  onChange: (event: { target: { checked: boolean } }) => void;
  error?: boolean;
  helperText?: ReactNode;
  disabled?: boolean;
}

/** A statement one agrees to, as one big target. */
export function CheckField({ label, hint, error = false, helperText, id, ...input }: CheckFieldProps) {
  const own = useId();
  const help = `${id ?? own}-help`;
  return (
    <div>
      <Option>
        <input
          type="checkbox"
          id={id}
          {...input}
          aria-invalid={error || undefined}
          aria-describedby={helperText ? help : undefined}
        />
        <span>{label}</span>
        {hint !== undefined && <small>{hint}</small>}
      </Option>
      {helperText && (
        <FormHelperText id={help} error={error}>
          {helperText}
        </FormHelperText>
      )}
    </div>
  );
}
