import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Button from '@mui/material/Button';

interface FilterToggleProps {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A filter that is on or off, in the look of the menus beside it. */
export function FilterToggle({ label, on, onChange }: FilterToggleProps) {
  return (
    <Button
      variant="outlined"
      aria-pressed={on}
      startIcon={on && <CheckOutlined />}
      onClick={() => onChange(!on)}
      sx={
        on ? { '&&': { color: 'brand.strong', backgroundColor: 'brand.soft', borderColor: 'brand.main' } } : undefined
      }
    >
      {label}
    </Button>
  );
}
