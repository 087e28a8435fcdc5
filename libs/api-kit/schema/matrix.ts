import { type Audience, AUDIENCES, conditionFor, describeCondition, mayEver, type Rule } from '@softmob/access';
import { type GraphQLSchema } from 'graphql';
import { fieldsOf, ruleOf } from './views';

/** Type.field × audience as Markdown: a change of permission shows in review. */
export function accessMatrix(schema: GraphQLSchema): string {
  const notes = new Map<string, number>();
  const cell = (rule: Rule, audience: Audience): string => {
    if (!mayEver(rule, audience)) return '';
    const condition = conditionFor(rule, audience);
    if (!condition) return '✓';
    const text = describeCondition(condition);
    if (!notes.has(text)) notes.set(text, notes.size + 1);
    return `if ${String(notes.get(text))}`;
  };
  const rows = [...fieldsOf(schema)]
    .sort((a, b) => `${a.type}.${a.field.name}`.localeCompare(`${b.type}.${b.field.name}`, 'en'))
    .map(({ type, field }) => {
      const rule = ruleOf(field);
      const cells = AUDIENCES.map((audience) => (rule ? cell(rule, audience) : '?'));
      return `| ${type}.${field.name} | ${rule?.name ?? 'none'} | ${cells.join(' | ')} |`;
    });
  return [
    '# Access matrix',
    '',
    'Emitted from the schema; never edited. `✓`: the field exists for this audience. `if n`: it exists, and the condition below is checked on each row. Blank: the field does not exist for this audience.',
    '',
    `| field | rule | ${AUDIENCES.join(' | ')} |`,
    `|---|---|${AUDIENCES.map(() => '---|').join('')}`,
    ...rows,
    '',
    '## Conditions',
    '',
    ...[...notes].map(([text, number]) => `${String(number)}. ${text}`),
    '',
  ].join('\n');
}
