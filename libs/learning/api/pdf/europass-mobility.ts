import { countryName, type EuropassMobilityContent, type LocalText } from '@softmob/learning-model';
import { type Content, type TableCell } from 'pdfmake/interfaces';
import { bullets, type Fact, factGrid, factRows, headedTable, section, signatureLines, titleBlock } from './blocks';
import { holderSections, partnersSection } from './europass-parties';
import { WORDS } from './europass-words';
import { toPdf } from './fonts';
import { framed } from './frame';
import { type PrintOptions } from './print-options';
import { joined, listed, type Say, speaker } from './say';
import { PLAIN } from './style';

function experienceSection({ experience }: EuropassMobilityContent, say: Say): Content[] {
  return [
    section('4', say(WORDS.experience)),
    factRows([
      { label: say(WORDS.aim), value: say(experience.aim) },
      { label: say(WORDS.initiative), value: say(experience.initiative) },
      {
        label: say(WORDS.qualification),
        value: joined(experience.qualification, say(WORDS.eqf, { level: experience.eqf })),
      },
      {
        label: say(WORDS.period),
        value: say(WORDS.periodValue, { start: say.day(experience.start), end: say.day(experience.end) }),
      },
      { label: say(WORDS.hours), value: String(experience.hours) },
    ]),
  ];
}

/** Section 5a. Job-related and organisational skills stand in the table by unit where there is one, with their levels. */
function skillsSection({ activities, skills, units }: EuropassMobilityContent, say: Say): Content[] {
  const inTable = units.length > 0;
  const facts = (label: LocalText, lines: readonly LocalText[]): Fact[] =>
    lines.length > 0 ? [{ label: say(label), value: bullets(lines.map((line) => say(line))) }] : [];
  return [
    section('5a', say(WORDS.skills)),
    factRows([
      ...facts(WORDS.activities, activities),
      ...(inTable ? [] : facts(WORDS.jobRelated, skills.jobRelated)),
      ...facts(WORDS.language, skills.language),
      ...facts(WORDS.digital, skills.digital),
      ...(inTable ? [] : facts(WORDS.organisational, skills.organisational)),
      ...facts(WORDS.communication, skills.communication),
      ...facts(WORDS.other, skills.other),
    ]),
  ];
}

const LEVEL_WIDTH = 130;

/** One unit: its result, and each outcome with its level. The whole stays on one page. */
function unitRow(unit: EuropassMobilityContent['units'][number], say: Say): TableCell[] {
  const title: TableCell[] = [
    {
      text: [
        { text: say(unit.title), style: 'strong' },
        { text: `   ${say(WORDS.unitFacts, { eqf: unit.eqf, hours: unit.hours })}`, style: 'small' },
      ],
      margin: [0, 0, 0, 3],
    },
    { text: say(unit.result), style: 'strong' },
  ];
  const outcomes = unit.outcomes.map((outcome): TableCell[] => [
    bullets([say(outcome.text)]),
    { text: say(outcome.level), fontSize: 8.6 },
  ]);
  return [{ colSpan: 2, layout: PLAIN, table: { widths: ['*', LEVEL_WIDTH], body: [title, ...outcomes] } }, ''];
}

function levelsTable({ units }: EuropassMobilityContent, say: Say): Content[] {
  if (units.length === 0) return [];
  return [
    { text: say(WORDS.levels), style: 'strong', margin: [0, 18, 0, 6], headlineLevel: 1 },
    headedTable(
      ['*', LEVEL_WIDTH],
      [say(WORDS.unit), say(WORDS.level)],
      units.map((unit) => unitRow(unit, say)),
    ),
  ];
}

function coursesSection({ courses, gradingScale }: EuropassMobilityContent, say: Say): Content[] {
  if (courses.length === 0) return [];
  const withPoints = courses.some((course) => course.points !== null);
  const right = (text: string): TableCell => ({ text, style: 'figure', alignment: 'right' });
  const rightHead = (word: LocalText): TableCell => ({ text: say(word), style: 'tableHead', alignment: 'right' });
  const rows = courses.map((course): TableCell[] => [
    { text: course.code, style: 'small' },
    { text: say(course.title), style: 'body' },
    right(String(course.hours)),
    ...(withPoints ? [right(course.points === null ? '–' : String(course.points))] : []),
    right(course.grade),
    { text: say(course.recognition), style: 'body' },
  ]);
  return [
    section('5b', say(WORDS.courses)),
    headedTable(
      [104, '*', 34, ...(withPoints ? [40] : []), 40, 96],
      [
        say(WORDS.code),
        say(WORDS.course),
        rightHead(WORDS.duration),
        ...(withPoints ? [rightHead(WORDS.points)] : []),
        rightHead(WORDS.grade),
        say(WORDS.recognition),
      ],
      rows,
    ),
    { text: `${say(WORDS.scale)}: ${say(gradingScale)}`, style: 'small', margin: [0, 8, 0, 0] },
  ];
}

function signatures({ holder, sending, hosting }: EuropassMobilityContent, say: Say): Content {
  return {
    unbreakable: true,
    stack: [
      section('', say(WORDS.signatures), 'inBlock'),
      signatureLines([
        {
          role: say(WORDS.hosting),
          name: hosting.contact.name,
          detail: hosting.name,
          hint: say(WORDS.stamp),
        },
        {
          role: say(WORDS.sending),
          name: sending.contact.name,
          detail: sending.name,
          hint: say(WORDS.stamp),
        },
        {
          role: say(WORDS.holder),
          name: `${holder.firstNames} ${holder.lastNames}`,
          detail: '',
          hint: say(WORDS.signature),
        },
      ]),
    ],
  };
}

/** The Europass Mobility document as a PDF (A4), sections 1 to 5. The same input gives the same bytes. */
export async function renderEuropassMobility(content: EuropassMobilityContent, print: PrintOptions): Promise<Buffer> {
  const say = speaker(print.locale);
  const { holder, hosting, experience } = content;
  const name = `${holder.firstNames} ${holder.lastNames}`;
  const mobilityId = content.mobilityId ?? say(WORDS.toBeAssigned);
  const lead = say(WORDS.lead, {
    name,
    company: listed([...(content.otherHosts ?? []).map((host) => host.name), hosting.name], say.locale),
    country: countryName(hosting.country, say.locale),
    start: say.day(experience.start),
    end: say.day(experience.end),
  });
  return toPdf(
    framed({
      locale: print.locale,
      title: say(WORDS.title),
      subject: `${name}, ${content.documentNumber}`,
      author: content.issuer.name,
      running: [`${say(WORDS.mobilityId)}: ${mobilityId}`, content.documentNumber],
      mark: null,
      createdAt: print.createdAt,
      content: [
        titleBlock(say(WORDS.overline), say(WORDS.title), lead),
        factGrid(
          [
            { label: say(WORDS.mobilityId), value: mobilityId },
            { label: say(WORDS.project), value: content.projectCode },
          ],
          2,
          true,
        ),
        ...holderSections(content, say),
        ...partnersSection(content, say),
        ...experienceSection(content, say),
        ...skillsSection(content, say),
        ...levelsTable(content, say),
        ...coursesSection(content, say),
        signatures(content, say),
      ],
    }),
  );
}
