import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

interface ProjectChoiceProps {
  projects: readonly { id: string; title: string }[] | null;
  value: string;
  onChange: (id: string) => void;
}

/** Which project a screen speaks of; nothing to choose where there is only one. */
export function ProjectChoice({ projects, value, onChange }: ProjectChoiceProps) {
  const { t } = useTranslation('cockpit');
  if (!projects || projects.length < 2) return null;
  return (
    <TextField
      select
      size="small"
      label={t('project')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      sx={{ width: 260, maxWidth: '100%' }}
    >
      {projects.map(({ id, title }) => (
        <MenuItem key={id} value={id}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  );
}
