import AddOutlined from '@mui/icons-material/AddOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { languageName, LOCALES } from '@softmob/learning-model';
import { type FormState } from '@softmob/portal-kit';
import { FormGroup, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useSay } from '../shared/use-say';
import { blank, type LineList, MOST_LINES, type UnitValues } from './unit-values';

const Pair = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  gap: 12,
  [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
}));
const Line = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: 8,
  alignItems: 'end',
  paddingBottom: 12,
  borderBottom: `1px solid ${theme.palette.divider}`,
}));

const LONGEST = 1_000;

interface BothProps {
  form: FormState<UnitValues>;
  path: string;
  /** What the two fields are called, beside their language. */
  label: string;
  hint?: string;
}

/** One text in both languages: one is enough, readers of the other then see it. */
export function BothLanguages({ form, path, label, hint }: BothProps) {
  const { locale } = useSay();
  return (
    <Pair>
      {LOCALES.map((language) => (
        <TextInput
          key={language}
          {...form.field(`${path}.${language}`, hint && language === locale ? { hint } : {})}
          label={`${label} · ${languageName(language, locale)}`}
          multiline
          maxLength={LONGEST}
        />
      ))}
    </Pair>
  );
}

/** A list of texts in both languages: lines are added at the end and removed one by one. */
export function UnitLines({ form, list }: { form: FormState<UnitValues>; list: LineList }) {
  const { t } = useTranslation(['learning', 'kit']);
  const { locale } = useSay();
  const lines = form.values[list];
  const name = t(`units.lists.${list}`);
  const focus = (index: number) =>
    requestAnimationFrame(() => document.getElementById(form.fieldId(`${list}.${String(index)}.${locale}`))?.focus());
  const change = (next: UnitValues[LineList], index: number) => {
    form.set(list, next);
    focus(index);
  };
  return (
    <FormGroup legend={name} hint={t(`units.listHints.${list}`)}>
      {lines.map((_, index) => (
        // Lines have no identity but their place.
        <Line key={index}>
          <BothLanguages form={form} path={`${list}.${String(index)}`} label={t('units.line', { number: index + 1 })} />
          {lines.length > 1 && (
            <IconButton
              aria-label={t('units.removeLine', { number: index + 1, list: name })}
              onClick={() =>
                change(
                  lines.filter((__, at) => at !== index),
                  Math.max(0, index - 1),
                )
              }
            >
              <DeleteOutlined />
            </IconButton>
          )}
        </Line>
      ))}
      {lines.length < MOST_LINES && (
        <Button
          startIcon={<AddOutlined />}
          sx={{ justifySelf: 'start' }}
          onClick={() => change([...lines, blank()], lines.length)}
        >
          {t('units.addLine')}
        </Button>
      )}
    </FormGroup>
  );
}
