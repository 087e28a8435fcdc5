import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { type ReactNode, useState } from 'react';
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
  optional?: boolean;
  autoFocus?: boolean;
}

/** The label with "optional" where an answer may be left out: what must be answered is the rule. */
function useLabel(label: string, optional = false): string {
  const t = useUiText();
  return optional ? `${label} (${t('field.optional')})` : label;
}

export interface TextInputProps
  extends
    Omit<FieldProps, 'onChange'>,
    Pick<TextFieldProps, 'type' | 'autoComplete' | 'multiline' | 'minRows' | 'placeholder' | 'sx'> {
  onChange: FieldProps['onChange'];
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  maxLength?: number;
}

/** A line or, with `multiline`, several lines of text. */
export function TextInput({ label, optional, inputMode, maxLength, ...rest }: TextInputProps) {
  return <TextField {...rest} label={useLabel(label, optional)} slotProps={{ htmlInput: { inputMode, maxLength } }} />;
}

export interface SelectFieldProps extends FieldProps {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** The first, empty choice; `null` leaves it out. */
  empty?: string | null;
}

/** A choice from a list, as the device itself offers it. */
export function SelectField({ label, optional, options, empty, ...rest }: SelectFieldProps) {
  const t = useUiText();
  return (
    <TextField
      {...rest}
      select
      label={useLabel(label, optional)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      {empty !== null && <option value="">{empty ?? t('field.pick')}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}

export interface DateFieldProps extends FieldProps {
  min?: string;
  max?: string;
}

/** A business date (ISO, yyyy-mm-dd), chosen as the device offers it. */
export function DateField({ label, optional, min, max, ...rest }: DateFieldProps) {
  return (
    <TextField
      {...rest}
      type="date"
      label={useLabel(label, optional)}
      sx={{ maxWidth: 220 }}
      slotProps={{ htmlInput: { min, max }, inputLabel: { shrink: true } }}
    />
  );
}

export interface PasswordFieldProps extends FieldProps {
  autoComplete: 'current-password' | 'new-password';
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, optional, autoComplete, ...rest }: PasswordFieldProps) {
  const t = useUiText();
  const [shown, setShown] = useState(false);
  const Icon = shown ? VisibilityOffOutlined : VisibilityOutlined;
  return (
    <TextField
      {...rest}
      label={useLabel(label, optional)}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      slotProps={{
        htmlInput: { spellCheck: false, autoCapitalize: 'none' },
        input: {
          endAdornment: (
            <IconButton aria-label={t(shown ? 'field.hide' : 'field.show')} edge="end" onClick={() => setShown(!shown)}>
              <Icon />
            </IconButton>
          ),
        },
      }}
    />
  );
}

const Group = styled('fieldset')(({ theme }) => ({
  display: 'grid',
  gap: 16,
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  '& > legend': { padding: 0, marginBottom: 12, fontSize: '1rem', fontWeight: 640 },
  '& > legend small': { display: 'block', fontSize: '0.875rem', fontWeight: 400, color: theme.palette.text.secondary },
}));

export interface FormGroupProps {
  legend: string;
  hint?: string;
  children: ReactNode;
}

/** Fields that belong together, under one question. */
export function FormGroup({ legend, hint, children }: FormGroupProps) {
  return (
    <Group>
      <legend>
        {legend}
        {hint !== undefined && <small>{hint}</small>}
      </legend>
      {children}
    </Group>
  );
}

/** The buttons at the end of a form; the first is what one came for. */
export const FormActions = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  marginTop: 8,
  [theme.breakpoints.down('sm')]: { '& > .MuiButton-contained': { width: '100%' } },
}));
