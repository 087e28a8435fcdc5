import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Popover from '@mui/material/Popover';
import TextField from '@mui/material/TextField';
import { textIn } from '@softmob/learning-model';
import { type CheckFrame, faultOfTag, type Placeholder, placeholdersFor } from '@softmob/paperwork-model';
import { useSession } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';

interface PlaceholderMenuProps {
  anchor: HTMLElement;
  frame: CheckFrame;
  onChoose: (path: string) => void;
  onClose: () => void;
}

/** The placeholders that this document may use, to be searched by what they stand for. */
export function PlaceholderMenu({ anchor, frame, onChoose, onClose }: PlaceholderMenuProps) {
  const { t } = useTranslation('paperwork');
  const { locale } = useSession();
  const language = locale === 'it' ? 'it' : 'en';
  const options = placeholdersFor(frame.subject).filter(({ path }) => faultOfTag(path, null, frame) === null);
  const groupOf = ({ path }: Placeholder) => t(`placeholder.group.${path.split('.')[0] ?? ''}`);
  const exampleOf = ({ example }: Placeholder) =>
    'en' in example ? textIn(example, language) : example.map((one) => textIn(one, language)).join('; ');
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': t('placeholder.insert') } }}
    >
      <Box sx={{ p: 3, width: 'min(440px, 92vw)' }}>
        <Autocomplete
          open
          disablePortal
          options={[...options].sort((a, b) => groupOf(a).localeCompare(groupOf(b)))}
          groupBy={groupOf}
          getOptionLabel={(option) => `${textIn(option.label, language)} ${option.path}`}
          onChange={(_event, option) => {
            if (option) onChoose(option.path);
          }}
          noOptionsText={t('placeholder.none')}
          slotProps={{
            popper: {
              disablePortal: true,
              modifiers: [{ name: 'flip', enabled: false }],
              sx: { position: 'static !important', transform: 'none !important', width: '100% !important' },
            },
          }}
          renderInput={(params) => <TextField {...params} autoFocus size="small" label={t('placeholder.search')} />}
          renderOption={({ key, ...props }, option) => (
            <li {...props} key={key}>
              <Box sx={{ minWidth: 0 }}>
                <div>{textIn(option.label, language)}</div>
                <Box sx={{ typography: 'caption', color: 'text.secondary', overflowWrap: 'anywhere' }}>
                  <code>{`{{${option.path}}}`}</code> · {t(`placeholder.type.${option.type}`)} · {exampleOf(option)}
                </Box>
              </Box>
            </li>
          )}
        />
      </Box>
    </Popover>
  );
}
