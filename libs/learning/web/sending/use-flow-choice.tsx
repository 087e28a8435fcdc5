import { useQuery } from '@apollo/client/react';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useToday } from '@softmob/portal-kit';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type FlowChoice, FlowsDocument } from './reads.teacher';

/** The flow a screen speaks of: the one in the address, else the one that matters on this day. */
export function useFlowChoice(chosen: string, prefer: 'leaving' | 'returning') {
  const today = useToday();
  const { data, error, refetch } = useQuery(FlowsDocument);
  const flows = data?.flows ?? null;
  const leaving = flows?.find(({ startsOn }) => startsOn > today);
  const returning = flows?.filter(({ startsOn }) => startsOn <= today).at(-1);
  const likely = prefer === 'leaving' ? (leaving ?? returning) : (returning ?? leaving);
  const flow = flows?.find(({ id }) => id === chosen) ?? likely ?? flows?.[0] ?? null;
  return { flow, flows, error, refetch };
}

interface FlowFieldProps {
  flows: readonly FlowChoice[] | null;
  value: string;
  onChange: (id: string) => void;
}

/** Chooses a flow by its code, place and dates. */
export function FlowField({ flows, value, onChange }: FlowFieldProps) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  if (!flows || flows.length === 0) return null;
  return (
    <TextField
      select
      size="small"
      label={t('list.flow')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      fullWidth={false}
      sx={{ width: 320, maxWidth: '100%' }}
    >
      {flows.map(({ id, code, town, startsOn, endsOn }) => (
        <MenuItem key={id} value={id}>
          {code} · {town} · {format.dateRange(startsOn, endsOn)}
        </MenuItem>
      ))}
    </TextField>
  );
}
