import Button from '@mui/material/Button';
import { type Block, type CheckFrame } from '@softmob/paperwork-model';
import { useTranslation } from 'react-i18next';
import { LinesFields } from './lines-fields';
import { PlaceholderField } from './placeholder-field';
import { SignatureFields } from './signature-fields';
import { TableFields } from './table-fields';

interface BlockFieldsProps {
  block: Block;
  frame: CheckFrame;
  /** What the block is called, for those who hear and do not see. */
  name: string;
  onChange: (block: Block, field: string | null) => void;
}

/** The fields of one block, as its type asks for. */
export function BlockFields({ block, frame, name, onChange }: BlockFieldsProps) {
  const { t } = useTranslation('paperwork');
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return (
        <PlaceholderField
          frame={frame}
          label={t(`block.${block.type}`)}
          multiline={block.type === 'paragraph'}
          value={block.text}
          onChange={(text) => onChange({ ...block, text }, 'text')}
        />
      );
    case 'list':
      return (
        <>
          <LinesFields
            frame={frame}
            labelOf={(number) => t('block.point', { number })}
            removeOf={(number) => t('block.removePoint', { number, name })}
            lines={block.items}
            onChange={(items, field) => onChange({ ...block, items }, field)}
          />
          <Button
            size="small"
            sx={{ justifySelf: 'start' }}
            onClick={() => onChange({ ...block, items: [...block.items, ''] }, null)}
          >
            {t('block.addPoint')}
          </Button>
        </>
      );
    case 'table':
      return <TableFields {...{ block, frame, name, onChange }} />;
    case 'signatures':
      return <SignatureFields {...{ block, frame, name, onChange }} />;
    case 'pageBreak':
      return null;
  }
}
