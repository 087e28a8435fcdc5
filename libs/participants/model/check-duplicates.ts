import { fault, type FindingCode } from './findings';
import { type ImportKind, type ImportValue } from './import-values';
import { type RowReport } from './row-report';
import { squash } from './text';

interface UniqueKey {
  fields: readonly string[];
  /** Field at which the repetition is shown. */
  at: string;
  code: FindingCode;
}

const learnerKeys: readonly UniqueKey[] = [
  { fields: ['email'], at: 'email', code: 'email.duplicate' },
  { fields: ['studentNo'], at: 'studentNo', code: 'studentNo.duplicate' },
];

/** What must not repeat within one file. A teacher may go with two flows, a contact work for two organisations. */
const uniqueKeys: Readonly<Record<ImportKind, readonly UniqueKey[]>> = {
  learners: learnerKeys,
  reserves: learnerKeys,
  accompanying: [{ fields: ['email', 'flow'], at: 'email', code: 'email.duplicate' }],
  companies: [
    { fields: ['company', 'city', 'occupation', 'availableFrom', 'availableTo'], at: 'company', code: 'row.duplicate' },
  ],
  organisations: [{ fields: ['organisation', 'contact', 'email'], at: 'organisation', code: 'row.duplicate' }],
};

const keyPart = (value: ImportValue | undefined): string =>
  typeof value === 'string' ? value.toLowerCase() : String(value ?? '');

/** Reports each repetition at the later row, naming the first. */
export function checkDuplicates(kind: ImportKind, reports: readonly RowReport[]): void {
  for (const { fields, at, code } of uniqueKeys[kind]) {
    const firstRows = new Map<string, number>();
    for (const report of reports) {
      const leading = report.text(fields[0] ?? '');
      if (leading === null || squash(leading) === '') continue;
      const key = fields.map((field) => keyPart(report.values[field])).join('\n');
      const otherRow = firstRows.get(key);
      if (otherRow === undefined) firstRows.set(key, report.row);
      else report.add(at, fault(code, { value: leading, otherRow }));
    }
  }
}
