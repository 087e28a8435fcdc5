import {
  type AgreementContent,
  type AgreementTask,
  type AgreementUnit,
  formatShortDay,
  type LocalText,
  occupationFacts,
} from '@softmob/learning-model';
import { type Content, type TableCell } from 'pdfmake/interfaces';
import { WORDS } from './agreement-words';
import { bullets, factRows, headedTable, section } from './blocks';
import { fitsOnePage } from './keep';
import { joined, type Say } from './say';
import { COLOUR, RULED } from './style';

const listed = (lines: readonly LocalText[], say: Say): Content => bullets(lines.map((line) => say(line)));

function unitBlock(unit: AgreementUnit, index: number, say: Say): Content {
  const heads = [WORDS.knowledge, WORDS.skills, WORDS.autonomy].map((word): TableCell => ({
    text: say(word),
    style: 'tableHead',
    margin: [0, 4, 0, 0],
  }));
  const facts = joined(
    say(WORDS.unitFacts, { eqf: unit.eqf, hours: unit.hours }),
    unit.points !== null && say(WORDS.points, { points: unit.points }),
  );
  const body: TableCell[][] = [
    [
      {
        colSpan: 3,
        columnGap: 16,
        columns: [
          {
            width: '*',
            style: 'name',
            text: [
              { text: `${say(WORDS.unit, { number: index + 1 })}   `, color: COLOUR.teal },
              { text: say(unit.title) },
            ],
          },
          { width: 'auto', text: facts, style: 'strong', fontSize: 8.6, margin: [0, 1.5, 0, 0] },
        ],
      },
      '',
      '',
    ],
    heads,
    [listed(unit.knowledge, say), listed(unit.skills, say), listed(unit.responsibilityAndAutonomy, say)],
    [
      {
        colSpan: 3,
        text: [
          { text: `${say(WORDS.proof)}   `, style: 'tableHead' },
          { text: say(unit.assessment), fontSize: 8.6 },
        ],
      },
      '',
      '',
    ],
  ];
  return {
    unbreakable: fitsOnePage({ table: { body } }),
    margin: [0, 0, 0, 12],
    layout: RULED,
    table: { widths: ['*', '*', '*'], body },
  };
}

/** Section 3: what is learnt, by unit. */
export function unitsSection(number: string, { units, context }: AgreementContent, say: Say): Content[] {
  const hours = units.reduce((sum, unit) => sum + unit.hours, 0);
  const facts = occupationFacts(context.occupation);
  return [
    section(number, say(WORDS.units)),
    {
      text: say(WORDS.unitsIntro, { count: units.length, hours }),
      style: 'intro',
      margin: [0, 0, 0, 10],
    },
    ...units.map((unit, index) => unitBlock(unit, index, say)),
    ...(facts ? [{ text: say(WORDS.esco, { occupation: facts.name, uri: facts.esco }), style: 'small' }] : []),
  ];
}

function taskRow(task: AgreementTask, content: AgreementContent, say: Say): TableCell[] {
  const numbers = task.unitKeys
    .map((key) => content.units.findIndex((unit) => unit.key === key) + 1)
    .filter((position) => position > 0);
  return [
    {
      stack: [
        { text: String(task.week), style: 'name', color: COLOUR.teal },
        {
          text: `${formatShortDay(task.from, say.locale)} – ${formatShortDay(task.to, say.locale)}`,
          style: 'small',
        },
      ],
    },
    listed(task.activities, say),
    { text: numbers.join(', '), style: 'figure' },
    { text: String(task.hours), style: 'figure', alignment: 'right' },
  ];
}

/** Section 4: the work programme, week by week, and what prepares for it. */
export function tasksSection(number: string, content: AgreementContent, say: Say): Content[] {
  const heads: TableCell[] = [
    say(WORDS.week),
    say(WORDS.activities),
    say(WORDS.taskUnits),
    { text: say(WORDS.hours), style: 'tableHead', alignment: 'right' },
  ];
  const { preparation, virtual } = content;
  return [
    section(number, say(WORDS.tasks)),
    headedTable(
      [112, '*', 48, 34],
      heads,
      content.tasks.map((task) => taskRow(task, content, say)),
    ),
    factRows(
      [
        { label: say(WORDS.preparation), value: say(preparation) },
        ...(virtual ? [{ label: say(WORDS.virtual), value: say(virtual) }] : []),
      ],
      true,
    ),
  ];
}

/** Sections 6 and 7: how the outcomes are assessed, and what the school makes of them. */
export function assessmentSection(number: string, { assessment }: AgreementContent, say: Say): Content[] {
  return [
    section(number, say(WORDS.assessment)),
    factRows([
      { label: say(WORDS.who), value: say(assessment.who) },
      { label: say(WORDS.how), value: say(assessment.how) },
      { label: say(WORDS.when), value: say(assessment.when) },
      { label: say(WORDS.evidence), value: say(assessment.evidence) },
    ]),
  ];
}

export function recognitionSection(number: string, { recognition }: AgreementContent, say: Say): Content[] {
  return [
    section(number, say(WORDS.recognition)),
    factRows([
      { label: say(WORDS.recognisedHow), value: say(recognition.how) },
      { label: say(WORDS.recognisedBy), value: say(recognition.who) },
      { label: say(WORDS.rule), value: say(recognition.rule) },
      { label: say(WORDS.document), value: say(recognition.document) },
    ]),
  ];
}
