import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type Block, type CheckFrame } from '@softmob/paperwork-model';
import { CheckField } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { PlaceholderField } from './placeholder-field';

type Signatures = Extract<Block, { type: 'signatures' }>;
type Party = Signatures['parties'][number];
interface SignatureFieldsProps {
  block: Signatures;
  frame: CheckFrame;
  name: string;
  onChange: (block: Block, field: string | null) => void;
}

const MOST_PARTIES = 6;

/** Who signs: role, name, and whether only minors need it. */
export function SignatureFields({ block, frame, name, onChange }: SignatureFieldsProps) {
  const { t } = useTranslation('paperwork');
  const { parties } = block;
  const set = (at: number, patch: Partial<Party>, field: string | null) =>
    onChange(
      { ...block, parties: parties.map((party, index) => (index === at ? { ...party, ...patch } : party)) },
      field,
    );
  return (
    <>
      {parties.map((party, at) => (
        <Box
          key={at}
          role="group"
          aria-label={t('block.party', { number: at + 1 })}
          sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}
        >
          <PlaceholderField
            frame={frame}
            label={t('block.role')}
            value={party.role}
            onChange={(role) => set(at, { role }, `role.${String(at)}`)}
          />
          <PlaceholderField
            frame={frame}
            label={t('block.signer')}
            value={party.name}
            onChange={(signer) => set(at, { name: signer }, `name.${String(at)}`)}
          />
          {frame.subject === 'mobility' && (
            <CheckField
              id={`${block.key}-minors-${String(at)}`}
              name={`${block.key}-minors-${String(at)}`}
              label={t('block.minorsOnly')}
              checked={party.minorsOnly ?? false}
              onChange={({ target }) => set(at, { minorsOnly: target.checked }, null)}
            />
          )}
          {parties.length > 1 && (
            <Button
              size="small"
              sx={{ justifySelf: 'start' }}
              aria-label={t('block.removeParty', { number: at + 1, name })}
              onClick={() => onChange({ ...block, parties: parties.filter((_party, index) => index !== at) }, null)}
            >
              {t('block.dropParty')}
            </Button>
          )}
        </Box>
      ))}
      <Button
        size="small"
        sx={{ justifySelf: 'start' }}
        disabled={parties.length >= MOST_PARTIES}
        onClick={() => onChange({ ...block, parties: [...parties, { role: '', name: '' }] }, null)}
      >
        {t('block.addParty')}
      </Button>
    </>
  );
}
