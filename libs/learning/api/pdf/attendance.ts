import { type AttendanceCertificateContent, countryName, formatMoment } from '@softmob/learning-model';
import { type Content } from 'pdfmake/interfaces';
import { type Fact, factGrid, signatureLines, titleBlock } from './blocks';
import { WORDS } from './europass-words';
import { toPdf } from './fonts';
import { framed } from './frame';
import { type PrintOptions } from './print-options';
import { listed, type Say, speaker } from './say';

function statement({ participant, sending, otherHosts }: AttendanceCertificateContent, say: Say): Content {
  const others = listed(
    otherHosts.map(({ name }) => name),
    say.locale,
  );
  return {
    stack: [
      { text: say(WORDS.certify), style: 'lead', margin: [0, 14, 0, 8] },
      { text: participant.name, fontSize: 18, bold: true, margin: [0, 0, 0, 2] },
      ...(participant.birthDate
        ? [{ text: say(WORDS.bornOn, { date: say.day(participant.birthDate) }), style: 'body' }]
        : []),
      {
        text: say(others ? WORDS.attendedWith : WORDS.attended, { sending: sending.name, others }),
        style: 'lead',
        margin: [0, 10, 0, 18],
      },
    ],
  };
}

function facts(content: AttendanceCertificateContent, say: Say): Fact[] {
  const { hosting, daysPresent, hours } = content;
  return [
    { label: say(WORDS.firstDay), value: say.day(content.start) },
    { label: say(WORDS.lastDay), value: say.day(content.end) },
    ...(daysPresent === null ? [] : [{ label: say(WORDS.daysPresent), value: String(daysPresent) }]),
    ...(hours === null ? [] : [{ label: say(WORDS.hoursWorked), value: String(hours) }]),
    { label: say(WORDS.activity), value: say(content.activity) },
    { label: say(WORDS.occupation), value: say(content.occupation) },
    { label: say(WORDS.hostedBy), value: hosting.name },
    { label: say(WORDS.address), value: `${hosting.address}, ${countryName(hosting.country, say.locale)}` },
    ...content.otherHosts.map(({ name, country, start, end }) => ({
      label: say(WORDS.alsoHostedBy),
      value: say(WORDS.hostWithDays, {
        name,
        country: countryName(country, say.locale),
        start: say.day(start),
        end: say.day(end),
      }),
    })),
    { label: say(WORDS.number), value: content.documentNumber },
    { label: say(WORDS.issuedOn), value: say.day(content.issuedOn) },
  ];
}

function confirmation(content: AttendanceCertificateContent, print: PrintOptions, say: Say): Content {
  const { confirmedBy, confirmedAt, hosting } = content;
  const moment = confirmedAt && formatMoment(new Date(confirmedAt), say.locale, print.timeZone);
  return {
    unbreakable: true,
    margin: [0, 34, 0, 0],
    ...signatureLines([
      {
        role: say(WORDS.confirmedBy),
        name: confirmedBy.name,
        detail: [say(confirmedBy.role), hosting.name].filter(Boolean).join(', '),
        hint: say(moment ? WORDS.confirmedHint : WORDS.stamp),
        confirmed: moment,
      },
    ]),
  };
}

/** The certificate of attendance as a PDF (one A4 page). The same input gives the same bytes. */
export async function renderCertificateOfAttendance(
  content: AttendanceCertificateContent,
  print: PrintOptions,
): Promise<Buffer> {
  const say = speaker(print.locale);
  const mobilityId = content.mobilityId ?? say(WORDS.toBeAssigned);
  return toPdf(
    framed({
      locale: print.locale,
      title: say(WORDS.attendance),
      subject: `${content.participant.name}, ${content.documentNumber}`,
      author: content.hosting.name,
      running: [`${say(WORDS.mobilityId)}: ${mobilityId}`, content.projectCode],
      mark: null,
      createdAt: print.createdAt,
      content: [
        titleBlock(say(WORDS.overline), say(WORDS.attendance), content.hosting.name),
        statement(content, say),
        factGrid(facts(content, say), 2),
        confirmation(content, print, say),
      ],
    }),
  );
}
