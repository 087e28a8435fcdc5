import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';

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
