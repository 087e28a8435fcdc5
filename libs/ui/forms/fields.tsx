import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import IconButton from '@mui/material/IconButton';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import { useState } from 'react';
import { useUiText } from '../use-format';
import { FieldBox, type FieldProps } from './field-box';

type Passed = Pick<OutlinedInputProps, 'type' | 'autoComplete' | 'multiline' | 'minRows' | 'maxRows' | 'placeholder'>;

export interface TextInputProps extends FieldProps, Passed {
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  maxLength?: number;
}

/** A line or, with `multiline`, several lines of text. */
export function TextInput(props: TextInputProps) {
  const { id, label, error, helperText, disabled, optional, sx, inputMode, maxLength, ...input } = props;
  return (
    <FieldBox {...{ id, label, error, helperText, disabled, optional, sx }}>
      {(boxed) => <OutlinedInput {...input} {...boxed} slotProps={{ input: { inputMode, maxLength } }} />}
    </FieldBox>
  );
}

export interface SelectFieldProps extends FieldProps {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** The first, empty choice; `null` leaves it out. */
  empty?: string | null;
}

/** A choice from a list, as the device itself offers it. */
export function SelectField(props: SelectFieldProps) {
  const { id, label, error, helperText, disabled, optional, sx, options, empty, ...input } = props;
  const t = useUiText();
  return (
    <FieldBox {...{ id, label, error, helperText, disabled, optional, sx }}>
      {({ id: inputId, ...described }) => (
        <NativeSelect {...input} input={<OutlinedInput />} inputProps={{ id: inputId, ...described }}>
          {empty !== null && <option value="">{empty ?? t('field.pick')}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
      )}
    </FieldBox>
  );
}

export interface DateFieldProps extends FieldProps {
  min?: string;
  max?: string;
}

/** A business date (ISO, yyyy-mm-dd), chosen as the device offers it. */
export function DateField(props: DateFieldProps) {
  const { id, label, error, helperText, disabled, optional, sx = { maxWidth: 220 }, min, max, ...input } = props;
  return (
    <FieldBox {...{ id, label, error, helperText, disabled, optional, sx }}>
      {(boxed) => <OutlinedInput {...input} {...boxed} type="date" slotProps={{ input: { min, max } }} />}
    </FieldBox>
  );
}

export interface PasswordFieldProps extends FieldProps {
  autoComplete: 'current-password' | 'new-password';
}

/** A password that can be looked at while it is typed. */
export function PasswordField(props: PasswordFieldProps) {
  const { id, label, error, helperText, disabled, optional, sx, ...input } = props;
  const t = useUiText();
  const [shown, setShown] = useState(false);
  const Icon = shown ? VisibilityOffOutlined : VisibilityOutlined;
  return (
    <FieldBox {...{ id, label, error, helperText, disabled, optional, sx }}>
      {(boxed) => (
        <OutlinedInput
          {...input}
          {...boxed}
          type={shown ? 'text' : 'password'}
          slotProps={{ input: { spellCheck: false, autoCapitalize: 'none' } }}
          endAdornment={
            <IconButton aria-label={t(shown ? 'field.hide' : 'field.show')} edge="end" onClick={() => setShown(!shown)}>
              <Icon />
            </IconButton>
          }
        />
      )}
    </FieldBox>
  );
}
