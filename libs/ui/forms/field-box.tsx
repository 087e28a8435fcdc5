import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import InputLabel from '@mui/material/InputLabel';
import { type SxProps, type Theme } from '@mui/material/styles';
import { type ReactNode, useId } from 'react';
import { useUiText } from '../use-format';

/** What every field of this library takes: that of `form.field(path)` and a label. */
export interface FieldProps {
  id?: string;
  name?: string;
  label: string;
  value: string;
  onChange: (event: { target: { value: string } }) => void;
  error?: boolean;
  helperText?: ReactNode;
  disabled?: boolean;
  /** Said beside the label: what must be answered is the rule. */
  optional?: boolean;
  autoFocus?: boolean;
  sx?: SxProps<Theme>;
}

/** What a box gives to the input inside it. */
export interface BoxedInput {
  id: string;
  'aria-describedby': string | undefined;
}

interface FieldBoxProps extends Pick<
  FieldProps,
  'id' | 'label' | 'error' | 'helperText' | 'disabled' | 'optional' | 'sx'
> {
  children: (input: BoxedInput) => ReactNode;
}

/** A label above, the input, and below it the hint or what is wrong. */
export function FieldBox(props: FieldBoxProps) {
  const { id, label, error = false, helperText, disabled = false, optional = false, sx, children } = props;
  const t = useUiText();
  const own = useId();
  const inputId = id ?? own;
  const helpId = helperText ? `${inputId}-help` : undefined;
  return (
    <FormControl fullWidth size="small" error={error} disabled={disabled} sx={sx}>
      <InputLabel htmlFor={inputId}>{optional ? `${label} (${t('field.optional')})` : label}</InputLabel>
      {children({ id: inputId, 'aria-describedby': helpId })}
      {helperText && <FormHelperText id={helpId}>{helperText}</FormHelperText>}
    </FormControl>
  );
}
