import {
  type AgreementContent,
  countryName,
  formatMoment,
  type LocalText,
  STATUS_LABELS,
} from '@softmob/learning-model';
import { type Content } from 'pdfmake/interfaces';
import { contextSection, partiesSection, supportSection } from './agreement-parties';
import { type AgreementPrint } from './agreement-print';
import { assessmentSection, recognitionSection, tasksSection, unitsSection } from './agreement-programme';
import { signaturesSection } from './agreement-signatures';
import { WORDS } from './agreement-words';
import { auditPage } from './audit-page';
import { factGrid, headedTable, titleBlock } from './blocks';
import { toPdf } from './fonts';
import { framed } from './frame';
import { type Say, speaker } from './say';

const MARKS: Partial<Record<AgreementPrint['status'], LocalText>> = {
  draft: WORDS.markDraft,
  superseded: WORDS.markSuperseded,
  declined: WORDS.markDeclined,
  withdrawn: WORDS.markWithdrawn,
};

function opening(content: AgreementContent, print: AgreementPrint, say: Say): Content[] {
  const { header, parties, context } = content;
  const lead = say(WORDS.lead, {
    name: parties.participant.name,
    company: parties.hosting.name,
    country: countryName(parties.hosting.country, say.locale),
    start: say.day(context.start),
    end: say.day(context.end),
  });
  const version = `${String(print.version)} · ${say(STATUS_LABELS[print.status])}`;
  return [
    titleBlock(say(WORDS.overline), say(WORDS.title), lead),
    factGrid(
      [
        { label: say(WORDS.mobilityId), value: header.mobilityId ?? say(WORDS.toBeAssigned) },
        { label: say(WORDS.agreement), value: header.agreementNumber },
        { label: say(WORDS.project), value: header.projectCode },
        { label: say(WORDS.version), value: version },
      ],
      2,
      true,
    ),
  ];
}

/** What an amendment replaces, and what it changes. */
function amendment(print: AgreementPrint, say: Say): Content[] {
  if (!print.supersedes) return [];
  const { version, lockedAt } = print.supersedes;
  const changes = print.changes ?? [];
  return [
    {
      text: say(WORDS.replaces, { version, date: formatMoment(lockedAt, say.locale, print.timeZone) }),
      style: 'body',
      margin: [0, 14, 0, 8],
    },
    ...(changes.length > 0
      ? [
          headedTable(
            [150, '*', '*'],
            [say(WORDS.changes), say(WORDS.was), say(WORDS.is)],
            changes.map((change) => [
              { text: say(change.label), style: 'body' },
              { text: change.before ? say(change.before) : '–', style: 'body' },
              { text: change.after ? say(change.after) : '–', style: 'body' },
            ]),
          ),
        ]
      : []),
  ];
}

/**
 * The learning agreement as a PDF (A4). `content` is the reader's copy; the hash in `print` is that of the whole. The
 * same input gives the same bytes.
 */
export async function renderLearningAgreement(content: AgreementContent, print: AgreementPrint): Promise<Buffer> {
  const say = speaker(print.locale);
  const mark = MARKS[print.status];
  const mobilityId = content.header.mobilityId ?? say(WORDS.toBeAssigned);
  return toPdf(
    framed({
      locale: print.locale,
      title: say(WORDS.title),
      subject: `${content.parties.participant.name}, ${content.header.agreementNumber}`,
      author: content.parties.sending.name,
      running: [
        `${say(WORDS.mobilityId)}: ${mobilityId}`,
        `${say(WORDS.version)} ${String(print.version)} · ${say(STATUS_LABELS[print.status])}`,
      ],
      mark: mark ? say(mark) : null,
      createdAt: print.createdAt,
      content: [
        ...opening(content, print, say),
        ...amendment(print, say),
        ...partiesSection('1', content, say),
        ...contextSection('2', content, say),
        ...unitsSection('3', content, say),
        ...tasksSection('4', content, say),
        ...supportSection('5', content, say),
        ...assessmentSection('6', content, say),
        ...recognitionSection('7', content, say),
        signaturesSection('8', content, print, say),
        ...(print.audit ? auditPage(content, print, say) : []),
      ],
    }),
  );
}
