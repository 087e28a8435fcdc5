import { useToday } from '@softmob/portal-kit';
import { ConfirmDialog, DateField } from '@softmob/ui';
import { useState } from 'react';

export interface DayDialogProps {
  title: string;
  label: string;
  confirmLabel: string;
  onConfirm: (day: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the day on which something happened: today unless told. */
export function DayDialog({ title, label, confirmLabel, onConfirm, onClose }: DayDialogProps) {
  const today = useToday();
  const [day, setDay] = useState(today);
  return (
    <ConfirmDialog
      open
      title={title}
      confirmLabel={confirmLabel}
      onConfirm={() => onConfirm(day || today)}
      onClose={onClose}
    >
      <div style={{ paddingTop: 8 }}>
        <DateField id="day" label={label} value={day} max={today} onChange={({ target }) => setDay(target.value)} />
      </div>
    </ConfirmDialog>
  );
}
