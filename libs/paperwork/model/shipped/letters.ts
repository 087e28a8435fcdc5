import {
  ALL,
  FAMILY,
  facts,
  GUARDIAN,
  heading,
  HOST,
  list,
  paragraph,
  PARTICIPANT,
  SCHOOL,
  signatures,
  template,
} from './compose';

const insurance = template(
  'insurance',
  'own',
  ALL,
  paragraph(
    'text',
    '{{school.name}} states that {{participant.fullName}} is insured for the stay in {{flow.town}}, {{company.country}}, from {{mobility.startsOn}} to {{mobility.endsOn}}, travel included.',
    '{{school.name}} dichiara che {{participant.fullName}} è assicurato/a per il soggiorno a {{flow.town}}, {{company.country}}, dal {{mobility.startsOn}} al {{mobility.endsOn}}, viaggio compreso.',
  ),
  facts(
    'cover',
    [
      ['Cover', 'Copertura'],
      ['Insurer, policy number, emergency number', 'Assicuratore, numero di polizza, numero di emergenza'],
    ],
    [['Health, with the European card', 'Sanitaria, con la tessera europea'], '____________________________'],
    [['Accident', 'Infortuni'], '____________________________'],
    [
      ['Liability, damage at work included', 'Responsabilità civile, danni sul lavoro compresi'],
      '____________________________',
    ],
    [['Travel and repatriation', 'Viaggio e rimpatrio'], '____________________________'],
  ),
  signatures('signatures', SCHOOL),
);

const photoConsent = template(
  'photoConsent',
  'own',
  FAMILY,
  paragraph(
    'text',
    '{{participant.fullName}} takes part in the mobility to {{flow.town}} from {{mobility.startsOn}} to {{mobility.endsOn}}. May {{school.name}} publish photographs and film on which {{participant.firstName}} is to be recognised, to report on the project?',
    '{{participant.fullName}} partecipa alla mobilità a {{flow.town}} dal {{mobility.startsOn}} al {{mobility.endsOn}}. {{school.name}} può pubblicare fotografie e filmati in cui {{participant.firstName}} è riconoscibile, per documentare il progetto?',
  ),
  list(
    'choices',
    [
      '☐ yes, on the school’s website    ☐ yes, on the school’s social media    ☐ yes, in print',
      '☐ sì, sul sito della scuola    ☐ sì, sui social della scuola    ☐ sì, su carta',
    ],
    ['☐ no', '☐ no'],
  ),
  paragraph(
    'note',
    'The answer is free and changes nothing about the stay. It can be taken back at any time, for the future, by writing to {{school.email?}}.',
    'La risposta è libera e non cambia nulla del soggiorno. Può essere revocata in ogni momento, per il futuro, scrivendo a {{school.email?}}.',
  ),
  signatures('signatures', PARTICIPANT, GUARDIAN),
);

const dataConsent = template(
  'dataConsent',
  'own',
  FAMILY,
  paragraph(
    'text',
    'For the stay at {{company.name}}, {{company.country}}, from {{mobility.startsOn}} to {{mobility.endsOn}}, {{school.name}} passes data of {{participant.fullName}} on to those who need them.',
    'Per il soggiorno presso {{company.name}}, {{company.country}}, dal {{mobility.startsOn}} al {{mobility.endsOn}}, {{school.name}} comunica dati di {{participant.fullName}} a chi ne ha bisogno.',
  ),
  list(
    'who',
    [
      '{{host.name?}}: name, contact, whom to call in an emergency',
      '{{host.name?}}: nome, contatti, chi chiamare in emergenza',
    ],
    [
      '{{company.name}}: name, occupation, dates, contact during the stay',
      '{{company.name}}: nome, professione, date, contatti durante il soggiorno',
    ],
  ),
  paragraph(
    'special',
    'Beyond that I consent to passing on, where I have entered it: ☐ special needs    ☐ health notes.',
    'Acconsento inoltre a comunicare, ove da me indicati: ☐ esigenze particolari    ☐ note sulla salute.',
  ),
  signatures('signatures', PARTICIPANT, GUARDIAN),
);

const guardianConsent = template(
  'guardianConsent',
  'own',
  FAMILY,
  paragraph(
    'text',
    'I, {{guardian.name}}, agree that {{participant.fullName}}, born on {{participant.birthDate}}, stays in {{flow.town}}, {{flow.country}}, from {{mobility.startsOn}} to {{mobility.endsOn}} and learns there at {{company.name}}.',
    'Io, {{guardian.name}}, acconsento che {{participant.fullName}}, nato/a il {{participant.birthDate}}, soggiorni a {{flow.town}}, {{flow.country}}, dal {{mobility.startsOn}} al {{mobility.endsOn}} e vi apprenda presso {{company.name}}.',
  ),
  heading('reach', 'How I can be reached', 'Come posso essere raggiunto/a'),
  paragraph('reach-text', '{{guardian.phone}}, {{guardian.email?}}', '{{guardian.phone}}, {{guardian.email?}}'),
  paragraph(
    'doctor',
    'In an emergency in which I cannot be reached, the accompanying staff may call a doctor: ☐ yes    ☐ no',
    'In un’emergenza in cui non posso essere raggiunto/a, gli accompagnatori possono chiamare un medico: ☐ sì    ☐ no',
  ),
  signatures('signatures', [['Parent or guardian', 'Genitore o tutore'], '{{guardian.name}}']),
);

const invitation = template(
  'invitationLetter',
  'own',
  ALL,
  paragraph('place', '{{host.town?}}, {{document.issuedOn}}', '{{host.town?}}, {{document.issuedOn}}'),
  paragraph(
    'text',
    '{{host.name}} invites {{participant.fullName}} of {{school.name}} to a stay at {{company.name}}, {{company.address}}, from {{mobility.startsOn}} to {{mobility.endsOn}}, in the project {{project.code?}} {{project.title}}.',
    '{{host.name}} invita {{participant.fullName}} di {{school.name}} a un soggiorno presso {{company.name}}, {{company.address}}, dal {{mobility.startsOn}} al {{mobility.endsOn}}, nel progetto {{project.code?}} {{project.title}}.',
  ),
  paragraph(
    'contact',
    'Who to turn to: {{host.contactName}}, {{host.contactEmail}}, {{host.phone?}}.',
    'Referente: {{host.contactName}}, {{host.contactEmail}}, {{host.phone?}}.',
  ),
  signatures('signatures', HOST),
);

const arrival = template(
  'arrivalLetter',
  'own',
  ALL,
  paragraph(
    'text',
    'Dear {{participant.firstName}}, welcome to {{flow.town}}! Your first day at {{company.name}}, {{company.address}}, is {{mobility.startsOn}}. {{company.tutorName}} expects you there.',
    'Caro/a {{participant.firstName}}, benvenuto/a a {{flow.town}}! Il tuo primo giorno presso {{company.name}}, {{company.address}}, è {{mobility.startsOn}}. Ti aspetta {{company.tutorName}}.',
  ),
  heading('who', 'Whom to call', 'Chi chiamare'),
  list(
    'who-list',
    ['{{host.contactName?}}, {{host.name?}} {{host.phone?}}', '{{host.contactName?}}, {{host.name?}} {{host.phone?}}'],
    [
      '{{school.contactName}}, {{school.name}} {{school.phone?}}',
      '{{school.contactName}}, {{school.name}} {{school.phone?}}',
    ],
    ['Emergencies everywhere in Europe: 112', 'Emergenze in tutta Europa: 112'],
  ),
);

export const letters = [insurance, photoConsent, dataConsent, guardianConsent, invitation, arrival];
