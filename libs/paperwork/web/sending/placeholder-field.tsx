import DataObjectOutlined from '@mui/icons-material/DataObjectOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { type CheckFrame } from '@softmob/paperwork-model';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlaceholderMenu } from './placeholder-menu';
import { insertAt } from './template-draft';

interface PlaceholderFieldProps {
  label: string;
  value: string;
  frame: CheckFrame;
  multiline?: boolean;
  onChange: (value: string) => void;
}

/** A text with a menu of placeholders; the one that is chosen stands where the cursor was. */
export function PlaceholderField({ label, value, frame, multiline = false, onChange }: PlaceholderFieldProps) {
  const { t } = useTranslation('paperwork');
  const id = useId();
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const insert = (path: string) => {
    const { selectionStart = null, selectionEnd = null } = field.current ?? {};
    onChange(insertAt(value, selectionStart, selectionEnd, path));
    setMenu(null);
  };
  return (
    <>
      <TextField
        id={id}
        label={label}
        value={value}
        fullWidth
        size="small"
        multiline={multiline}
        maxRows={10}
        inputRef={field}
        onChange={({ target }) => onChange(target.value)}
        slotProps={{
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton
                  size="small"
                  edge="end"
                  aria-label={t('placeholder.insertInto', { label })}
                  aria-haspopup="dialog"
                  onClick={({ currentTarget }) => setMenu(currentTarget)}
                >
                  <DataObjectOutlined fontSize="small" />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      {menu && <PlaceholderMenu anchor={menu} frame={frame} onChoose={insert} onClose={() => setMenu(null)} />}
    </>
  );
}
